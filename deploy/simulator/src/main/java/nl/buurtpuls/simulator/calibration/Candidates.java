package nl.buurtpuls.simulator.calibration;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import nl.buurtpuls.contract.area.AreaTable;
import nl.buurtpuls.contract.event.Place;
import nl.buurtpuls.contract.event.Scheme;
import nl.buurtpuls.contract.event.Tenure;
import nl.buurtpuls.simulator.calibration.Option.Recipient;
import nl.buurtpuls.simulator.chance.Chance;
import nl.buurtpuls.simulator.town.Household;
import nl.buurtpuls.simulator.town.Part;
import nl.buurtpuls.simulator.town.Person;
import nl.buurtpuls.simulator.town.Spell;
import nl.buurtpuls.simulator.town.Town;
import org.jspecify.annotations.Nullable;

/** Who could be on social assistance today, and what each would add to the goals. */
final class Candidates {

    private static final int YOUNGEST = 19;
    private static final int OLDEST = 65;
    private static final int SETTLING = 31;
    private static final int TWO_YEARS = 2 * 365;
    private static final int FIVE_YEARS = 5 * 366;
    private static final int TWENTY_YEARS = 20 * 365;

    private final Town town;
    private final Goals goals;
    private final Chance chance;
    private final AreaTable areas = AreaTable.shipped();
    private final List<Option> all = new ArrayList<>();
    private final List<Option> asTheyAre = new ArrayList<>();

    Candidates(Town town, Goals goals, Chance chance) {
        this.town = town;
        this.goals = goals;
        this.chance = chance;
        for (Part part : town.parts()) {
            Set<Household> households = new LinkedHashSet<>();
            part.residents().all().forEach(person -> households.add(person.household()));
            households.forEach(this::addOptions);
        }
    }

    List<Option> all() {
        return all;
    }

    /** Of those, the ones that leave things as they are. */
    List<Option> asTheyAre() {
        return asTheyAre;
    }

    private void addOptions(Household household) {
        List<Recipient> running = new ArrayList<>();
        List<Person> eligible = new ArrayList<>();
        for (Person person : household.members()) {
            Spell spell = person.running(Scheme.SOCIAL_ASSISTANCE);
            int age = person.age(town.day());
            if (spell != null && spell.isSinceSettlement() && isFromAbroad(person)) {
                // The report has nobody from abroad among these: the spell is found not to run.
                continue;
            }
            if (spell != null) {
                running.add(new Recipient(person, spell.start()));
            } else if (!person.hadAssistance() && age >= YOUNGEST && age < OLDEST) {
                eligible.add(person);
            }
        }
        if (!running.isEmpty()) {
            Option option = option(household, running, true);
            all.add(option);
            asTheyAre.add(option);
            addMore(household, running, eligible);
        } else if (!eligible.isEmpty() && household.kind() != Household.Kind.CARE) {
            addNew(household, eligible);
        }
    }

    private static boolean isFromAbroad(Person person) {
        return person.origin() != null && person.origin().municipality() == null;
    }

    private void addMore(Household household, List<Recipient> running, List<Person> eligible) {
        if (eligible.isEmpty()) {
            return;
        }
        List<Recipient> more = new ArrayList<>(running);
        more.addAll(starting(eligible, chance.hits(0.5)));
        if (more.size() > running.size()) {
            all.add(option(household, more, true));
        }
    }

    /** One of them, with and without a spell since settlement, and all of them. */
    private void addNew(Household household, List<Person> eligible) {
        Person one = chance.pick(eligible);
        addIfAny(household, starting(List.of(one), false));
        if (one.settledOn() != Person.NEVER && !isFromAbroad(one)) {
            addIfAny(household, starting(List.of(one), true));
        }
        if (eligible.size() > 1) {
            addIfAny(household, starting(eligible, false));
            addIfAny(household, starting(eligible, true));
        }
    }

    private void addIfAny(Household household, List<Recipient> recipients) {
        if (!recipients.isEmpty()) {
            all.add(option(household, recipients, false));
        }
    }

    private List<Recipient> starting(List<Person> persons, boolean sinceSettlement) {
        List<Recipient> recipients = new ArrayList<>();
        for (Person person : persons) {
            Integer start = sinceSettlement && person.settledOn() != Person.NEVER && !isFromAbroad(person)
                    ? atSettlement(person)
                    : sometime(person);
            if (start != null) {
                recipients.add(new Recipient(person, start));
            }
        }
        return recipients;
    }

    private @Nullable Integer atSettlement(Person person) {
        int start = person.settledOn() + chance.between(0, SETTLING - 5);
        return person.isMinor(start) || start >= town.day() ? null : start;
    }

    /** A first day on which the person was grown up and had not just settled; {@code null} if there was none. */
    private @Nullable Integer sometime(Person person) {
        int earliest = person.birthday(Person.ADULT) + 1;
        if (person.settledOn() != Person.NEVER) {
            earliest = Math.max(earliest, person.settledOn() + SETTLING + 1);
        }
        double draw = chance.between(0.0, 1.0);
        int ago = draw < 0.27
                ? chance.between(1, TWO_YEARS)
                : draw < 0.49 ? chance.between(TWO_YEARS, FIVE_YEARS) : chance.between(FIVE_YEARS, TWENTY_YEARS);
        int start = town.day() - ago;
        if (start < earliest) {
            start = chance.between(earliest, town.day() - 1);
        }
        return start < earliest || start >= town.day() ? null : start;
    }

    private Option option(Household household, List<Recipient> recipients, boolean asItIs) {
        Option.Sum sum = new Option.Sum(goals);
        String part = household.part().name();
        String buurt = household.address().buurt().figures().code();
        int minors = 0;
        for (Person member : household.members()) {
            minors += member.isMinor(town.day()) ? 1 : 0;
        }
        sum.add("as it is", asItIs ? 1 : 0);
        sum.add("households", 1);
        sum.add("households " + part, 1);
        sum.add("persons", household.size());
        sum.add("minors", minors);
        sum.add("minors " + part, minors);
        sum.add("minors " + buurt, minors);
        sum.add("recipients " + part, recipients.size());
        sum.add("recipients " + buurt, recipients.size());
        boolean corporation = household.address().tenure() == Tenure.HOUSING_CORPORATION;
        sum.add("corporation", corporation ? recipients.size() : 0);
        for (Recipient recipient : recipients) {
            addDuration(sum, part, recipient.start());
            addSettlement(sum, recipient, corporation);
        }
        return sum.option(household, List.copyOf(recipients));
    }

    private void addDuration(Option.Sum sum, String part, int start) {
        if (start > Durations.yearsBefore(town.day(), 2)) {
            sum.add("under 2y " + part, 1);
        } else if (start <= Durations.yearsBefore(town.day(), 5)) {
            sum.add("over 5y " + part, 1);
        }
    }

    private void addSettlement(Option.Sum sum, Recipient recipient, boolean corporation) {
        Person person = recipient.person();
        Place origin = person.origin();
        if (origin == null || recipient.start() > person.settledOn() + SETTLING) {
            return;
        }
        String distance = areas.distance(town.municipality(), origin).code();
        sum.add("since settlement", 1);
        sum.add("since settlement " + distance, 1);
        sum.add("corporation since settlement", corporation ? 1 : 0);
        sum.add("corporation since settlement " + distance, corporation ? 1 : 0);
        String municipality = origin.municipality();
        if (municipality != null) {
            sum.add("from " + municipality, 1);
            sum.add("from positive", BetterOff.is(areas, municipality) ? 1 : 0);
        }
    }
}
