package nl.buurtpuls.oracle;

import static nl.buurtpuls.oracle.Asked.GEOGRAPHY;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import nl.buurtpuls.contract.area.AreaTable;
import nl.buurtpuls.contract.event.Event;
import nl.buurtpuls.contract.event.EventData;
import nl.buurtpuls.contract.event.EventData.DwellingRegistered;
import nl.buurtpuls.contract.event.EventData.Placement;
import nl.buurtpuls.contract.event.EventData.Retraction;
import nl.buurtpuls.contract.event.EventId;
import nl.buurtpuls.contract.event.EventJson;
import nl.buurtpuls.contract.event.EventType;

/** The worlds are such as the door lets in, and contain what they promise; the oracle keeps the law on them. */
class WorldsTest {

    private static final AreaTable TABLE = AreaTable.shipped();

    @Provide
    Arbitrary<List<Event>> worlds() {
        return Worlds.any();
    }

    @Provide
    Arbitrary<LocalDate> dates() {
        return Worlds.dates();
    }

    @Property(tries = 200)
    void everyEventIsOneThatTheDoorLetsIn(@ForAll("worlds") List<Event> world) {
        for (Event event : world) {
            EventData data = event.data();
            assertThat(EventJson.read(data.type(), EventJson.write(data))).isEqualTo(data);
            if (data instanceof Placement placement) {
                assertThat(TABLE.accepts(
                                data.municipality(), placement.residence().buurt()))
                        .isTrue();
            }
            if (data instanceof DwellingRegistered registered) {
                assertThat(TABLE.accepts(data.municipality(), registered.buurt()))
                        .isTrue();
            }
            assertThat(data.municipality()).isNotEqualTo(data.municipalityLeft());
            if (!(data instanceof Retraction)) {
                LocalDate logged = LocalDate.ofInstant(event.time(), ZoneId.of("Europe/Amsterdam"));
                assertThat(Facts.effectiveDate(data)).isBeforeOrEqualTo(logged.plusDays(31));
            }
        }
    }

    @Property(tries = 100)
    void anyOrderAndAnyDuplicatesGiveTheSameFigures(
            @ForAll("worlds") List<Event> world, @ForAll("dates") LocalDate date, @ForAll long seed) {
        Random random = new Random(seed);
        List<Event> shuffled = new ArrayList<>(world);
        shuffled.addAll(world.subList(0, random.nextInt(world.size() + 1)));
        Collections.shuffle(shuffled, random);
        String municipality = RandomFacts.pick(random, Worlds.MUNICIPALITIES);
        String area = RandomFacts.pick(random, Worlds.areas(municipality));
        NaiveMunicipality expected = new NaiveMunicipality(municipality, Published.all(world), GEOGRAPHY);
        NaiveMunicipality actual = new NaiveMunicipality(municipality, Published.all(shuffled), GEOGRAPHY);

        for (String indicator : NaiveMunicipality.indicators(area)) {
            assertThat(actual.figure(area, indicator, date))
                    .as(indicator)
                    .isEqualTo(expected.figure(area, indicator, date));
        }
        assertThat(actual.dataFrom()).isEqualTo(expected.dataFrom());
    }

    @Property(tries = 60)
    void countsAddUpFromTheBuurtenButForMovesWithinTheMunicipality(
            @ForAll("worlds") List<Event> world, @ForAll("dates") LocalDate date) {
        List<String> counts = NaiveMunicipality.indicators().stream()
                .filter(id -> NaiveIds.isCount(id) && !id.startsWith("internal-"))
                .toList();
        for (String municipality : Worlds.MUNICIPALITIES) {
            NaiveMunicipality naive = new NaiveMunicipality(municipality, Published.all(world), GEOGRAPHY);
            for (String indicator : counts) {
                double sum = 0;
                for (String area : Worlds.areas(municipality)) {
                    if (NaiveIds.isBuurt(area)) {
                        sum += naive.figure(area, indicator, date).numerator();
                    }
                }
                assertThat(naive.figure(municipality, indicator, date).numerator())
                        .as(indicator)
                        .isEqualTo(sum);
            }
        }
    }

    @Example
    void theSameSeedGivesTheSameWorldOfTheSizeAskedFor() {
        assertThat(Worlds.random(7, 20, 300)).hasSize(300).isEqualTo(Worlds.random(7, 20, 300));
        assertThat(Worlds.random(7, 20, 300)).isNotEqualTo(Worlds.random(8, 20, 300));
    }

    @Example
    void aWorldHasEveryTypeOfEventAndEveryKindOfNonsense() {
        for (Worlds.Mode mode : Worlds.Mode.values()) {
            List<Event> world = Worlds.random(mode, 1, 30, 1000);
            Set<EventType> types = EnumSet.noneOf(EventType.class);
            Map<EventId, Event> known = new HashMap<>();
            int duplicates = 0;
            int conflicts = 0;
            int tiedConflicts = 0;
            int conflictsBetweenPersons = 0;
            for (Event event : world) {
                types.add(event.data().type());
                Event before = known.putIfAbsent(event.id(), event);
                if (before != null && before.equals(event)) {
                    duplicates++;
                } else if (before != null) {
                    conflicts++;
                    tiedConflicts += before.time().equals(event.time()) ? 1 : 0;
                    conflictsBetweenPersons +=
                            before.data().subject().equals(event.data().subject()) ? 0 : 1;
                }
            }
            assertThat(types).as("%s", mode).containsExactlyInAnyOrder(EventType.values());
            assertThat(List.of(duplicates, conflicts, tiedConflicts, conflictsBetweenPersons))
                    .as("%s: duplicates, conflicts, with equal times, between persons", mode)
                    .allSatisfy(count -> assertThat(count).isPositive());
        }
    }

    @Example
    void noIndicatorIsZeroInEveryWorld() {
        List<NaiveMunicipality> worlds = new ArrayList<>();
        for (long seed = 0; seed < 40; seed++) {
            worlds.add(new NaiveMunicipality("GM0917", Published.all(Worlds.random(seed, 30, 600)), GEOGRAPHY));
        }
        List<String> zeros = new ArrayList<>(NaiveMunicipality.indicators());
        zeros.removeIf(indicator -> worlds.stream()
                .anyMatch(naive -> RandomFacts.HOT_DAYS.stream()
                        .anyMatch(date -> naive.figure("HN", indicator, date).numerator() != 0)));
        assertThat(zeros).isEmpty();
    }
}
