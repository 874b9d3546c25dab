package nl.buurtpuls.oracle;

import static nl.buurtpuls.oracle.Asked.brunssum;
import static nl.buurtpuls.oracle.Asked.heerlen;
import static nl.buurtpuls.oracle.Asked.value;
import static nl.buurtpuls.oracle.Lives.BRUNSSUM;
import static nl.buurtpuls.oracle.Lives.CENTRUM;
import static nl.buurtpuls.oracle.Lives.HEERLEN;
import static nl.buurtpuls.oracle.Lives.IN_BRUNSSUM;
import static nl.buurtpuls.oracle.Lives.PASSART;
import static nl.buurtpuls.oracle.Lives.resident;
import static nl.buurtpuls.oracle.Lives.retraction;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import nl.buurtpuls.contract.event.Event;
import nl.buurtpuls.contract.event.EventData;
import nl.buurtpuls.contract.event.EventData.Retraction;
import nl.buurtpuls.contract.event.EventId;
import nl.buurtpuls.contract.event.PartialDate;
import nl.buurtpuls.contract.event.Place;
import nl.buurtpuls.contract.event.Residence;
import nl.buurtpuls.contract.event.Subject;
import org.junit.jupiter.api.Test;

/** The oracle against figures worked out by hand, whoever judges must be judged first: which facts count. */
class OracleTest {

    @Test
    void anEventSentTwiceCountsOnce() {
        List<Event> events = new ArrayList<>(
                resident("anna").immigratesTo(PASSART).on("2015-05-01").events());
        events.addAll(events);

        assertThat(value(heerlen(events), HEERLEN, "arrivals", "2015-12-31")).isEqualTo(1);
    }

    @Test
    void ofTwoContentsOfOneIdTheOneLoggedEarlierCountsWhateverCameFirst() {
        List<Event> events = Lives.of(
                resident("anna").livesIn(PASSART).from("2014-01-01").named("x").loggedAt("2014-01-05T00:00:00Z"),
                resident("anna").livesIn(CENTRUM).from("2014-01-01").named("x").loggedAt("2014-01-04T23:59:59Z"));

        // Centrum was logged a second earlier.
        assertThat(value(heerlen(events), CENTRUM, "population", "2015-01-01")).isEqualTo(1);
        Collections.reverse(events);
        assertThat(value(heerlen(events), CENTRUM, "population", "2015-01-01")).isEqualTo(1);
        assertThat(value(heerlen(events), PASSART, "population", "2015-01-01")).isZero();
    }

    @Test
    void ofTwoContentsLoggedAtTheSameMomentTheLowerBytesCountWhateverCameFirst() {
        List<Event> events = Lives.of(
                resident("anna").livesIn(CENTRUM).from("2014-01-01").named("x"),
                resident("anna").livesIn(PASSART).from("2014-01-01").named("x"));

        // The first difference in the JSON is the buurt: BU0917 2100 is lower than BU0917 3300.
        assertThat(value(heerlen(events), PASSART, "population", "2015-01-01")).isEqualTo(1);
        Collections.reverse(events);
        assertThat(value(heerlen(events), PASSART, "population", "2015-01-01")).isEqualTo(1);
        assertThat(value(heerlen(events), HEERLEN, "population", "2015-01-01")).isEqualTo(1);
    }

    @Test
    void theSameIdFromAnotherPersonIsStillOneFact() {
        List<Event> events = Lives.of(
                resident("anna").livesIn(PASSART).from("2014-01-01").named("x").loggedAt("2014-01-01T10:00:00Z"),
                resident("bram").livesIn(CENTRUM).from("2014-01-01").named("x").loggedAt("2014-01-01T11:00:00Z"));

        // Only anna is there; bram's is the content that does not count.
        assertThat(value(heerlen(events), HEERLEN, "population", "2014-01-01")).isEqualTo(1);
        assertThat(value(heerlen(events), PASSART, "population", "2014-01-01")).isEqualTo(1);
    }

    /** Who may push for one municipality does not change what the register of another says, though it may tell who left. */
    @Test
    void whatARegisterSaysItselfIsNeitherTakenBackNorOverruledByAnother() {
        List<Event> said =
                resident("anna").livesIn(PASSART).from("2014-01-01").named("x").events();
        Event fact = said.get(0);
        Event takenBack = new Event(
                new EventId(fact.id().source(), "y"),
                fact.time(),
                new Retraction(BRUNSSUM, fact.data().subject(), fact.id(), Place.municipality(HEERLEN)));
        Event overruled = new Event(
                fact.id(),
                fact.time().minusSeconds(1),
                new EventData.IntermunicipalMove(
                        "anna",
                        BRUNSSUM,
                        LocalDate.parse("2014-01-01"),
                        PartialDate.parse("1980"),
                        new Residence(IN_BRUNSSUM, "h", null),
                        Place.municipality(HEERLEN)));

        List<Event> events = new ArrayList<>(List.of(fact, takenBack, overruled));

        assertThat(value(heerlen(events), PASSART, "population", "2015-01-01")).isEqualTo(1);
        Collections.reverse(events);
        assertThat(value(heerlen(events), PASSART, "population", "2015-01-01")).isEqualTo(1);
    }

    @Test
    void aRetractionThatComesFirstTakesTheFactAway() {
        List<Event> told = resident("anna")
                .livesIn(PASSART)
                .from("2014-01-01")
                .movesTo(CENTRUM)
                .on("2015-01-01")
                .events();
        List<Event> events = new ArrayList<>(List.of(retraction(told.get(1))));
        events.addAll(told);

        assertThat(value(heerlen(events), PASSART, "population", "2015-06-01")).isEqualTo(1);
        assertThat(value(heerlen(events), PASSART, "internal-departures", "2015-06-01"))
                .isZero();
    }

    @Test
    void aRetractionThatNamesSomeoneElseHasNoEffect() {
        List<Event> events = new ArrayList<>(
                resident("anna").livesIn(PASSART).from("2014-01-01").events());
        events.add(retraction(events.get(0), new Subject.Person("bram")));
        events.add(retraction(events.get(0), new Subject.Dwelling("anna")));

        assertThat(value(heerlen(events), PASSART, "population", "2015-01-01")).isEqualTo(1);
    }

    @Test
    void aRetractionCannotBeRetracted() {
        List<Event> events = new ArrayList<>(
                resident("anna").livesIn(PASSART).from("2014-01-01").events());
        events.add(retraction(events.get(0)));
        events.add(retraction(events.get(1)));

        assertThat(value(heerlen(events), PASSART, "population", "2015-01-01")).isZero();
    }

    @Test
    void aRetractionActsOnlyUnderTheKeysItNames() {
        List<Event> events = new ArrayList<>(Lives.of(resident("anna")
                .livesIn(PASSART)
                .from("2014-01-01")
                .movesFrom(HEERLEN, IN_BRUNSSUM)
                .on("2015-01-01")));
        Event move = events.get(1);
        List<Event> byBrunssumAlone = new ArrayList<>(events);
        // Retracted by Brunssum without origin: Heerlen never hears of it.
        byBrunssumAlone.addAll(retractedWithoutOrigin(move));
        List<Event> byBoth = new ArrayList<>(events);
        byBoth.add(retraction(move));

        assertThat(value(heerlen(byBrunssumAlone), HEERLEN, "population", "2015-01-01"))
                .isZero();
        assertThat(value(brunssum(byBrunssumAlone), BRUNSSUM, "population", "2015-01-01"))
                .isZero();
        assertThat(value(heerlen(byBoth), HEERLEN, "population", "2015-01-01")).isEqualTo(1);
        assertThat(value(brunssum(byBoth), BRUNSSUM, "population", "2015-01-01"))
                .isZero();
    }

    @Test
    void aSeriesHasTheFirstsThatLieInThePeriod() {
        LocalDate from = LocalDate.parse("2019-12-31");
        LocalDate to = LocalDate.parse("2020-02-01");

        assertThat(NaiveSeries.DAY.dates(from, to)).hasSize(33);
        assertThat(NaiveSeries.MONTH.dates(from, to))
                .containsExactly(LocalDate.parse("2020-01-01"), LocalDate.parse("2020-02-01"));
        assertThat(NaiveSeries.YEAR.dates(from, to)).containsExactly(LocalDate.parse("2020-01-01"));
    }

    @Test
    void equalValuesShareARankAndNoneIsLast() {
        Map<String, NaiveFigure> figures = new TreeMap<>(Map.of(
                "a", NaiveFigure.count(1),
                "b", NaiveFigure.ratio(0, 0),
                "c", NaiveFigure.count(3),
                "d", NaiveFigure.count(2),
                "e", NaiveFigure.count(2)));

        assertThat(NaiveRank.of(figures))
                .containsExactly(
                        new NaiveRank(1, "c", 3.0),
                        new NaiveRank(2, "d", 2.0),
                        new NaiveRank(2, "e", 2.0),
                        new NaiveRank(4, "a", 1.0),
                        new NaiveRank(null, "b", null));
    }

    @Test
    void anIdThatIsNoneIsRefused() {
        NaiveMunicipality nothing = heerlen(List.of());
        for (String id : List.of("populations", "population.1y", "retention.30d", "retention", "any.recipients.5y")) {
            assertThatIllegalArgumentException()
                    .as(id)
                    .isThrownBy(() -> nothing.figure(HEERLEN, id, LocalDate.parse("2020-01-01")));
        }
    }

    private static List<Event> retractedWithoutOrigin(Event move) {
        Event told = retraction(move);
        return List.of(new Event(
                told.id(),
                told.time(),
                new Retraction(move.data().municipality(), move.data().subject(), move.id(), null)));
    }
}
