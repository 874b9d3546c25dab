package nl.buurtpuls.simulator.calibration;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import nl.buurtpuls.contract.area.AreaTable;
import nl.buurtpuls.contract.event.Scheme;
import nl.buurtpuls.simulator.calibration.Option.Recipient;
import nl.buurtpuls.simulator.chance.Chance;
import nl.buurtpuls.simulator.table.Municipality;
import nl.buurtpuls.simulator.table.Target;
import nl.buurtpuls.simulator.town.Buurt;
import nl.buurtpuls.simulator.town.Part;
import nl.buurtpuls.simulator.town.Person;
import nl.buurtpuls.simulator.town.Spell;
import nl.buurtpuls.simulator.town.Town;

/** Corrects who is on social assistance today, and since when, so that the report's figures of this date come out. */
final class Recipients {

    private static final String HEERLEN = "GM0917";
    private static final String NORTH = "HN";
    private static final String SOUTH = "rest";
    /** Shares come out within this much: there is a little left to the half point of the targets. */
    private static final double WITHIN = 0.0035;

    /** For those that are the whole of another share. */
    private static final double CLOSELY = 0.001;

    private static final double BARELY_WITHIN = 0.0046;

    private static final double BUURT_WEIGHT = 0.2;
    /** As many households as can be keep the spells they have. */
    private static final double KEPT = 1_000_000;

    private static final double KEPT_WEIGHT = 0.3;
    /** A spell that is found to have ended had lasted for so many days. */
    private static final int SHORTEST = 60;

    private final Town town;
    private final Chance chance;

    Recipients(Town town, Chance chance) {
        this.town = town;
        this.chance = chance;
    }

    /** Corrects the spells and returns who receives it now. */
    Set<Person> correct() {
        Goals goals = goals();
        goals.rather("as it is", KEPT, KEPT_WEIGHT);
        Candidates candidates = new Candidates(town, goals, chance);
        List<Option> chosen = new Selection(goals, candidates.all(), chance).choose(candidates.asTheyAre());
        Set<Person> recipients = new LinkedHashSet<>();
        chosen.forEach(option -> option.recipients().forEach(recipient -> recipients.add(recipient.person())));
        for (Spell spell : town.benefits().running(Scheme.SOCIAL_ASSISTANCE).snapshot()) {
            if (recipients.contains(spell.person())) {
                continue;
            }
            int first = Math.max(spell.start(), (int) town.calendar().first().toEpochDay()) + SHORTEST;
            if (first < town.day()) {
                town.benefits().end(spell, chance.between(first, town.day()));
            } else {
                town.benefits().strikeFromOpenBooks(spell);
            }
        }
        for (Option option : chosen) {
            for (Recipient recipient : option.recipients()) {
                town.benefits().grant(recipient.person(), Scheme.SOCIAL_ASSISTANCE, recipient.start());
            }
        }
        return recipients;
    }

    private Goals goals() {
        Goals goals = new Goals();
        int all = (int) Target.value("recipients", HEERLEN);
        int north = (int) Target.value("recipients", NORTH);
        setRecipients(goals, Part.named(town.parts(), NORTH), north);
        setRecipients(goals, Part.named(town.parts(), SOUTH), all - north);
        setHouseholds(goals);
        setMinors(goals);
        goals.exactly("persons", Target.value("persons", HEERLEN));
        setSettlement(goals, all);
        return goals;
    }

    private void setRecipients(Goals goals, Part part, int number) {
        goals.exactly("recipients " + part.name(), number);
        share(goals, "over 5y " + part.name(), number, Target.value("duration.over-5y", HEERLEN));
        share(goals, "under 2y " + part.name(), number, Target.value("duration.under-2y", HEERLEN));
        double published = 0;
        for (Buurt buurt : part.buurten()) {
            published += buurt.figures().laterAssistance();
        }
        for (Buurt buurt : part.buurten()) {
            double near = number * buurt.figures().laterAssistance() / published;
            goals.rather("recipients " + buurt.figures().code(), near, BUURT_WEIGHT);
        }
    }

    private static void share(Goals goals, String name, double of, double share) {
        share(goals, name, of, share, WITHIN);
    }

    private static void share(Goals goals, String name, double of, double share, double within) {
        goals.between(name, Math.ceil(of * (share - within)), Math.floor(of * (share + within)));
    }

    private void setHouseholds(Goals goals) {
        int inNorth = Part.named(town.parts(), NORTH).households();
        int all = inNorth + Part.named(town.parts(), SOUTH).households();
        // Hard: 12% of the households of Heerlen-Noord is nearly as many as there are recipients.
        hardShare(goals, "households " + NORTH, inNorth, Target.value("households.share", NORTH));
        hardShare(goals, "households", all, Target.value("households.share", HEERLEN));
    }

    private static void hardShare(Goals goals, String name, double of, double share) {
        goals.firstOfAll(name, Math.ceil(of * (share - BARELY_WITHIN)), Math.floor(of * (share + BARELY_WITHIN)));
    }

    private void setMinors(Goals goals) {
        goals.exactly("minors", Target.value("minors", HEERLEN));
        for (Target target : Target.all()) {
            if (target.id().equals("minors.share") && !target.area().equals(HEERLEN)) {
                int minors = minorsIn(target.area());
                double near = Math.round(minors * target.value());
                double within = Math.floor(minors * WITHIN);
                goals.between("minors " + target.area(), near - within, near + within);
            }
        }
    }

    private int minorsIn(String area) {
        int minors = 0;
        for (Part part : town.parts()) {
            for (Person person : part.residents().all()) {
                boolean within = part.name().equals(area)
                        || person.household().address().buurt().figures().code().equals(area);
                minors += within && person.isMinor(town.day()) ? 1 : 0;
            }
        }
        return minors;
    }

    private void setSettlement(Goals goals, int all) {
        double settled = Target.value("since-settlement", HEERLEN);
        goals.exactly("since settlement", settled);
        share(goals, "since settlement same-region", settled, Target.value("since-settlement.same-region", HEERLEN));
        share(
                goals,
                "since settlement same-province",
                settled,
                Target.value("since-settlement.same-province", HEERLEN));
        share(goals, "since settlement rest-of-country", settled, Target.value("since-settlement.elsewhere", HEERLEN));
        share(goals, "corporation", all, Target.value("corporation.share", HEERLEN), CLOSELY);
        double corporation = all * Target.value("corporation.share", HEERLEN);
        double corporationSettled = corporation * Target.value("corporation.since-settlement", HEERLEN);
        share(
                goals,
                "corporation since settlement",
                corporation,
                Target.value("corporation.since-settlement", HEERLEN),
                CLOSELY);
        share(
                goals,
                "corporation since settlement rest-of-country",
                corporationSettled,
                Target.value("corporation.since-settlement.elsewhere", HEERLEN));
        double positive = Target.value("since-settlement.positive-municipalities", HEERLEN);
        share(goals, "from positive", settled, positive);
        goals.balance(positive, WITHIN);
        AreaTable areas = AreaTable.shipped();
        for (Municipality municipality : Municipality.all()) {
            goals.present("from " + municipality.code(), BetterOff.is(areas, municipality.code()));
        }
    }
}
