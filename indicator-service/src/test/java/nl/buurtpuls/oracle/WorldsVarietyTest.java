package nl.buurtpuls.oracle;

import static nl.buurtpuls.oracle.Asked.GEOGRAPHY;
import static nl.buurtpuls.oracle.Lives.HEERLEN;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import net.jqwik.api.Example;
import nl.buurtpuls.contract.area.AreaTable;
import nl.buurtpuls.contract.event.Event;
import nl.buurtpuls.contract.event.EventData.BenefitGranted;
import nl.buurtpuls.contract.event.EventData.Birth;
import nl.buurtpuls.contract.event.EventData.DwellingRegistered;
import nl.buurtpuls.contract.event.EventData.IncomeAssessed;
import nl.buurtpuls.contract.event.EventData.OfPerson;
import nl.buurtpuls.contract.event.EventData.Retraction;
import nl.buurtpuls.contract.event.EventData.Stand;
import nl.buurtpuls.contract.event.EventId;
import nl.buurtpuls.contract.event.Residence;
import nl.buurtpuls.contract.event.Tenure;
import nl.buurtpuls.oracle.Life.Evening;
import nl.buurtpuls.oracle.Life.Flow;
import nl.buurtpuls.oracle.Life.Kind;
import org.jspecify.annotations.Nullable;

/** Random worlds of every mode have in them the cases on which programs disagree: a few worlds of each are searched. */
class WorldsVarietyTest {

    private static final int WORLDS = 12;

    @Example
    void benefitsBeginBeforeOnAndAboutAMonthAfterAnArrival() {
        for (Worlds.Mode mode : Worlds.Mode.values()) {
            Set<Long> days = new HashSet<>();
            for (Life life : lives(mode)) {
                for (Flow flow : life.flows()) {
                    LocalDate began = flow.kind() == Kind.ARRIVAL ? firstDayOnOrAfter(flow.day(), life) : null;
                    if (began != null) {
                        days.add(ChronoUnit.DAYS.between(flow.day(), began));
                    }
                }
            }
            assertThat(days).as("%s", mode).contains(0L, 1L, 30L, 31L, 32L);
            assertThat(days).as("%s", mode).anyMatch(day -> day < 0);
        }
    }

    /** First day of the spell of any scheme that runs on a day or begins within 40 days. */
    private static @Nullable LocalDate firstDayOnOrAfter(LocalDate day, Life life) {
        for (int later = 0; later <= 40; later++) {
            LocalDate began = life.runningSince(running -> !running.isEmpty(), day.plusDays(later));
            if (began != null) {
                return began;
            }
        }
        return null;
    }

    @Example
    void peopleArriveAgainAndFromEverywhere() {
        for (Worlds.Mode mode : Worlds.Mode.values()) {
            Set<OriginClass> classes = new TreeSet<>();
            Set<String> places = new TreeSet<>();
            int again = 0;
            for (Life life : lives(mode)) {
                List<Flow> arrivals = life.flows().stream()
                        .filter(flow -> flow.kind() == Kind.ARRIVAL)
                        .toList();
                again += arrivals.size() > 1 ? 1 : 0;
                for (Flow arrival : arrivals) {
                    assertThat(arrival.origin()).isNotNull();
                    classes.add(GEOGRAPHY.originClass(HEERLEN, arrival.origin()));
                    places.add(String.valueOf(arrival.origin().municipality()));
                }
            }
            assertThat(again).as("%s", mode).isPositive();
            assertThat(classes).as("%s", mode).containsExactlyInAnyOrder(OriginClass.values());
            assertThat(places)
                    .as("%s", mode)
                    .contains("GM0899", "GM0935", "GM0363", "GM0484", "GM0951", "GM9999", HEERLEN);
        }
    }

    @Example
    void severalSchemesRunAtOnceAndSpellsLastExactlyTwoOrFiveYears() {
        for (Worlds.Mode mode : Worlds.Mode.values()) {
            int together = 0;
            int onTheDay = 0;
            int fromALeapDay = 0;
            for (Life life : lives(mode)) {
                LocalDate last = LocalDate.of(2026, 1, 1);
                for (LocalDate day = Worlds.FIRST_DATE; day.isBefore(last); day = day.plusDays(1)) {
                    Evening evening = life.evening(day);
                    together += evening.schemes().size() > 1 ? 1 : 0;
                    if (evening.schemes().isEmpty()
                            && !life.evening(day.minusDays(1)).schemes().isEmpty()) {
                        LocalDate since = life.runningSince(running -> !running.isEmpty(), day.minusDays(1));
                        assertThat(since).isNotNull();
                        int years = Years.completed(since, day);
                        boolean complete =
                                years > 0 && Years.anniversary(since, years).equals(day);
                        onTheDay += complete && (years == 2 || years == 5) ? 1 : 0;
                        fromALeapDay += since.getMonthValue() == 2 && since.getDayOfMonth() == 29 ? 1 : 0;
                    }
                }
            }
            assertThat(together).as("%s", mode).isPositive();
            assertThat(fromALeapDay).as("%s", mode).isPositive();
            // In chaos every day is anyone's.
            assertThat(mode == Worlds.Mode.CHAOS || onTheDay > 0).as("%s", mode).isTrue();
        }
    }

    /** What is under its key is said by Heerlen itself; and another takes it back, or overrules it by being earlier. */
    @Example
    void othersMeddleWithWhatARegisterSaidItself() {
        for (Worlds.Mode mode : List.of(Worlds.Mode.MIXED, Worlds.Mode.CHAOS)) {
            int takenBack = 0;
            int overruled = 0;
            for (List<Event> world : worlds(mode)) {
                List<Event> here = inHeerlen(world);
                for (Event own : here) {
                    for (Event other : here) {
                        if (own.data().municipality().equals(HEERLEN)
                                && !other.data().municipality().equals(HEERLEN)) {
                            takenBack += other.data() instanceof Retraction retraction
                                            && retraction.retracts().equals(own.id())
                                            && retraction
                                                    .subject()
                                                    .equals(own.data().subject())
                                    ? 1
                                    : 0;
                            overruled +=
                                    other.id().equals(own.id()) && other.time().isBefore(own.time()) ? 1 : 0;
                        }
                    }
                }
            }
            assertThat(List.of(takenBack, overruled)).as("%s", mode).doesNotContain(0);
        }
    }

    @Example
    void dwellingsChangeHandsAndBuurtAndSomeResidentsHaveNone() {
        for (Worlds.Mode mode : Worlds.Mode.values()) {
            int otherTenure = 0;
            int otherBuurt = 0;
            for (List<Event> world : worlds(mode)) {
                Map<String, DwellingRegistered> before = new LinkedHashMap<>();
                for (Event event : Facts.thatCount(HEERLEN, inHeerlen(world))) {
                    if (event.data() instanceof DwellingRegistered now) {
                        DwellingRegistered then = before.put(now.dwelling(), now);
                        otherTenure += then != null && then.tenure() != now.tenure() ? 1 : 0;
                        otherBuurt += then != null && !then.buurt().equals(now.buurt()) ? 1 : 0;
                    }
                }
            }
            assertThat(List.of(otherTenure, otherBuurt)).as("%s", mode).doesNotContain(0);
            int without = 0;
            Set<Tenure> tenures = new TreeSet<>();
            for (List<Event> world : worlds(mode)) {
                NaiveDwellings dwellings = new NaiveDwellings(registrations(world), new Areas(AreaTable.shipped()));
                for (Life life : livesOf(world)) {
                    for (LocalDate date : RandomFacts.HOT_DAYS) {
                        Residence residence = life.evening(date).residence();
                        if (residence != null) {
                            without += residence.dwelling() == null ? 1 : 0;
                            tenures.add(dwellings.tenure(residence.dwelling(), date));
                        }
                    }
                }
            }
            assertThat(without).as("%s", mode).isPositive();
            assertThat(tenures).as("%s", mode).containsExactlyInAnyOrder(Tenure.values());
        }
    }

    @Example
    void incomesAreAssessedAgainAndTakenBack() {
        for (Worlds.Mode mode : Worlds.Mode.values()) {
            int changed = 0;
            int takenBack = 0;
            int longTerm = 0;
            for (List<Event> world : worlds(mode)) {
                Map<String, IncomeAssessed> before = new LinkedHashMap<>();
                Map<EventId, Event> byId = new LinkedHashMap<>();
                world.forEach(event -> byId.put(event.id(), event));
                for (Event event : world) {
                    if (event.data() instanceof IncomeAssessed now) {
                        assertThat(now.year()).isBetween(1900, 2100);
                        IncomeAssessed then = before.put(now.person() + " " + now.year(), now);
                        changed += then != null && then.lowIncome() != now.lowIncome() ? 1 : 0;
                    }
                    if (event.data() instanceof Retraction retraction) {
                        Event wrong = byId.get(retraction.retracts());
                        takenBack += wrong != null && wrong.data() instanceof IncomeAssessed ? 1 : 0;
                    }
                }
                for (Life life : livesOf(world)) {
                    for (int year = 2011; year < 2026; year++) {
                        boolean four = true;
                        for (int ago = 0; ago < 4; ago++) {
                            four &= life.isAtMost120PercentOfSocialMinimum(year - ago);
                        }
                        longTerm += four ? 1 : 0;
                    }
                }
            }
            assertThat(List.of(changed, takenBack)).as("%s", mode).doesNotContain(0);
            // Chaos has no years running.
            assertThat(mode == Worlds.Mode.CHAOS || longTerm > 0).as("%s", mode).isTrue();
        }
    }

    @Example
    void registersLoadWithAndWithoutOriginAndLetTheKnownBeBorn() {
        for (Worlds.Mode mode : Worlds.Mode.values()) {
            int without = 0;
            int with = 0;
            int bornAgain = 0;
            int onOneDay = 0;
            for (List<Event> world : worlds(mode)) {
                Map<String, OfPerson> before = new LinkedHashMap<>();
                for (Event event : Facts.thatCount(HEERLEN, inHeerlen(world))) {
                    if (event.data() instanceof OfPerson fact) {
                        OfPerson then = before.put(fact.person(), fact);
                        onOneDay += then != null && then.effectiveDate().equals(fact.effectiveDate()) ? 1 : 0;
                        bornAgain += fact instanceof Birth && then != null && !(then instanceof BenefitGranted) ? 1 : 0;
                        without += fact instanceof Stand stand && stand.origin() == null ? 1 : 0;
                        with += fact instanceof Stand stand && stand.origin() != null ? 1 : 0;
                    }
                }
            }
            assertThat(List.of(without, with, bornAgain, onOneDay))
                    .as("%s: stands without and with origin, births of the known, facts on one day", mode)
                    .doesNotContain(0);
        }
    }

    private static List<List<Event>> worlds(Worlds.Mode mode) {
        List<List<Event>> worlds = new ArrayList<>();
        for (long seed = 0; seed < WORLDS; seed++) {
            worlds.add(Worlds.random(mode, seed, 30, 600));
        }
        return worlds;
    }

    private static List<Life> lives(Worlds.Mode mode) {
        List<Life> lives = new ArrayList<>();
        worlds(mode).forEach(world -> lives.addAll(livesOf(world)));
        return lives;
    }

    private static List<Life> livesOf(List<Event> world) {
        Map<String, List<OfPerson>> factsOfPerson = new LinkedHashMap<>();
        for (Event event : Facts.thatCount(HEERLEN, inHeerlen(world))) {
            if (event.data() instanceof OfPerson fact) {
                factsOfPerson
                        .computeIfAbsent(fact.person(), any -> new ArrayList<>())
                        .add(fact);
            }
        }
        return factsOfPerson.values().stream()
                .map(facts -> new Life(HEERLEN, facts))
                .toList();
    }

    private static List<DwellingRegistered> registrations(List<Event> world) {
        List<DwellingRegistered> found = new ArrayList<>();
        for (Event event : Facts.thatCount(HEERLEN, inHeerlen(world))) {
            if (event.data() instanceof DwellingRegistered registration) {
                found.add(registration);
            }
        }
        return found;
    }

    private static List<Event> inHeerlen(List<Event> world) {
        return world.stream().filter(event -> event.data().concerns(HEERLEN)).toList();
    }
}
