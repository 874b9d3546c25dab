package nl.buurtpuls.oracle;

import static nl.buurtpuls.oracle.Asked.brunssum;
import static nl.buurtpuls.oracle.Asked.heerlen;
import static nl.buurtpuls.oracle.Asked.value;
import static nl.buurtpuls.oracle.Lives.CENTRUM;
import static nl.buurtpuls.oracle.Lives.HEERLEN;
import static nl.buurtpuls.oracle.Lives.IN_BRUNSSUM;
import static nl.buurtpuls.oracle.Lives.PASSART;
import static nl.buurtpuls.oracle.Lives.UTERWEG;
import static nl.buurtpuls.oracle.Lives.WEGGEBEKKER;
import static nl.buurtpuls.oracle.Lives.resident;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import nl.buurtpuls.contract.event.Event;
import nl.buurtpuls.contract.event.Place;
import org.junit.jupiter.api.Test;

/** The oracle against figures worked out by hand: who lives where, who comes and who goes. */
class OracleFlowsTest {

    private static final String NORTH = "HN";

    @Test
    void aMoveBetweenMunicipalitiesIsAnArrivalInOneAndADepartureFromTheOther() {
        List<Event> events = resident("anna")
                .livesIn(PASSART)
                .from("2014-01-01")
                .movesFrom(HEERLEN, IN_BRUNSSUM)
                .on("2015-03-01")
                .events();

        assertThat(value(heerlen(events), PASSART, "departures", "2015-12-31")).isEqualTo(1);
        assertThat(value(heerlen(events), PASSART, "population", "2015-02-28")).isEqualTo(1);
        assertThat(value(heerlen(events), PASSART, "population", "2015-03-01")).isZero();
        assertThat(value(brunssum(events), IN_BRUNSSUM, "arrivals", "2015-12-31"))
                .isEqualTo(1);
        assertThat(value(brunssum(events), IN_BRUNSSUM, "population", "2015-03-01"))
                .isEqualTo(1);
    }

    @Test
    void whoIsUnknownCannotLeaveOrMove() {
        NaiveMunicipality heerlen = heerlen(resident("anna")
                .movesTo(PASSART)
                .on("2015-01-01")
                .emigrates()
                .on("2015-02-01")
                .movesFrom(HEERLEN, IN_BRUNSSUM)
                .on("2015-03-01")
                .events());

        assertThat(value(heerlen, HEERLEN, "population", "2015-01-15")).isZero();
        assertThat(value(heerlen, HEERLEN, "departures", "2015-12-31")).isZero();
        assertThat(heerlen.dataFrom()).isNull();
    }

    @Test
    void theLoadedAreNoInflowUnlessTheyHaveAnOrigin() {
        NaiveMunicipality heerlen = heerlen(Lives.of(
                resident("anna").livesIn(PASSART).from("2015-01-01"),
                resident("bram").livesIn(PASSART, Place.UNKNOWN).from("2015-01-02")));

        assertThat(value(heerlen, PASSART, "population", "2015-12-31")).isEqualTo(2);
        assertThat(value(heerlen, PASSART, "arrivals", "2015-12-31")).isEqualTo(1);
        assertThat(heerlen.dataFrom()).isEqualTo("2015-01-01");
    }

    @Test
    void anArrivalOfSomeoneWhoLivesHereIsOneDepartureAndOneArrival() {
        NaiveMunicipality heerlen = heerlen(resident("anna")
                .livesIn(PASSART)
                .from("2014-01-01")
                .comesBackTo(CENTRUM)
                .on("2015-05-01")
                .events());

        assertThat(value(heerlen, PASSART, "departures", "2015-12-31")).isEqualTo(1);
        assertThat(value(heerlen, CENTRUM, "arrivals", "2015-12-31")).isEqualTo(1);
        assertThat(value(heerlen, CENTRUM, "internal-arrivals", "2015-12-31")).isZero();
        assertThat(value(heerlen, HEERLEN, "population", "2015-12-31")).isEqualTo(1);
    }

    @Test
    void aBirthOfSomeoneKnownSetsTheAddressAndTheBirthDateSilently() {
        NaiveMunicipality heerlen = heerlen(resident("anna")
                .bornOn("1990-01-01")
                .livesIn(PASSART)
                .from("2014-01-01")
                .isBornIn(CENTRUM)
                .on("2015-05-01")
                .events());

        assertThat(value(heerlen, HEERLEN, "births", "2015-12-31")).isZero();
        assertThat(value(heerlen, PASSART, "internal-departures", "2015-12-31")).isZero();
        assertThat(value(heerlen, CENTRUM, "population", "2015-05-01")).isEqualTo(1);
        // The last birth date given counts for all days, so in 2014 she is a minor too.
        assertThat(value(heerlen, PASSART, "population.minors", "2014-06-01")).isEqualTo(1);
    }

    @Test
    void twoMovesOnOneDayPassThroughTheBuurtBetween() {
        NaiveMunicipality heerlen = heerlen(resident("anna")
                .livesIn(WEGGEBEKKER)
                .from("2014-01-01")
                .movesTo(UTERWEG)
                .on("2015-05-01")
                .movesTo(CENTRUM)
                .on("2015-05-01")
                .events());
        String date = "2015-05-01";

        assertThat(value(heerlen, WEGGEBEKKER, "internal-departures", date)).isEqualTo(1);
        assertThat(value(heerlen, UTERWEG, "internal-arrivals", date)).isEqualTo(1);
        assertThat(value(heerlen, UTERWEG, "internal-departures", date)).isEqualTo(1);
        assertThat(value(heerlen, CENTRUM, "internal-arrivals", date)).isEqualTo(1);
        // Weggebekker and Uterweg are one wijk: only the second move leaves it, and Heerlen-Noord.
        assertThat(value(heerlen, "WK091720", "internal-arrivals", date)).isZero();
        assertThat(value(heerlen, "WK091720", "internal-departures", date)).isEqualTo(1);
        assertThat(value(heerlen, NORTH, "internal-departures", date)).isEqualTo(1);
        assertThat(value(heerlen, HEERLEN, "internal-departures", date)).isZero();
        assertThat(value(heerlen, UTERWEG, "population", date)).isZero();
        assertThat(value(heerlen, CENTRUM, "population", date)).isEqualTo(1);
    }

    @Test
    void factsOfOneDayActInOrderOfLogging() {
        NaiveMunicipality heerlen = heerlen(resident("anna")
                .livesIn(WEGGEBEKKER)
                .from("2014-01-01")
                .movesTo(UTERWEG)
                .on("2015-05-01")
                .loggedAt("2015-05-03T00:00:00Z")
                .movesTo(CENTRUM)
                .on("2015-05-01")
                .loggedAt("2015-05-02T00:00:00Z")
                .events());

        // Told last, but logged first: through Centrum to Uterweg.
        assertThat(value(heerlen, UTERWEG, "population", "2015-05-01")).isEqualTo(1);
        assertThat(value(heerlen, CENTRUM, "internal-departures", "2015-05-01")).isEqualTo(1);
    }

    @Test
    void aHouseholdChangeWithAnotherBuurtIsAMove() {
        NaiveMunicipality heerlen = heerlen(resident("anna")
                .livesIn(PASSART)
                .from("2014-01-01")
                .joins("h-2")
                .on("2014-02-01")
                .events());
        List<Event> elsewhere = Lives.of(
                resident("anna").livesIn(PASSART).from("2014-01-01"),
                resident("anna").livesIn(CENTRUM).joins("h-2").on("2014-02-01").named("other"));

        assertThat(value(heerlen, PASSART, "internal-departures", "2014-12-31")).isZero();
        assertThat(value(heerlen(elsewhere), PASSART, "internal-departures", "2014-12-31"))
                .isEqualTo(1);
    }

    @Test
    void nothingHappensAfterDeathAndADeathHereCountsInTheBuurt() {
        NaiveMunicipality heerlen = heerlen(resident("anna")
                .bornOn("1950-01-01")
                .livesIn(PASSART)
                .from("2014-01-01")
                .dies()
                .on("2015-05-01")
                .bornOn("2010-01-01")
                .immigratesTo(CENTRUM)
                .on("2015-05-01")
                .events());

        assertThat(value(heerlen, PASSART, "deaths", "2015-05-01")).isEqualTo(1);
        assertThat(value(heerlen, PASSART, "departures", "2015-05-01")).isZero();
        assertThat(value(heerlen, HEERLEN, "population", "2015-05-01")).isZero();
        assertThat(value(heerlen, HEERLEN, "arrivals", "2015-05-01")).isZero();
        // A fact without effect gives no birth date: she was an adult.
        assertThat(value(heerlen, PASSART, "population.adults", "2015-04-30")).isEqualTo(1);
    }

    @Test
    void aWindowBeginsAfterTheSameDayOfTheYearBefore() {
        NaiveMunicipality heerlen = heerlen(Lives.of(
                resident("anna").immigratesTo(PASSART).on("2015-02-28"),
                resident("bram").immigratesTo(PASSART).on("2015-03-01"),
                resident("cees").immigratesTo(PASSART).on("2016-01-30"),
                resident("dora").immigratesTo(PASSART).on("2016-01-31"),
                resident("emma").immigratesTo(PASSART).on("2016-02-29")));

        // A year before 29 February 2016 is 28 February 2015, which is left out.
        assertThat(value(heerlen, PASSART, "arrivals", "2016-02-29")).isEqualTo(4);
        assertThat(value(heerlen, PASSART, "arrivals.1y", "2016-02-28")).isEqualTo(3);
        // 30 days up to and with 29 February 2016: 31 January is the first.
        assertThat(value(heerlen, PASSART, "arrivals.30d", "2016-02-29")).isEqualTo(2);
        assertThat(value(heerlen, PASSART, "arrivals.5y", "2016-02-29")).isEqualTo(5);
        // From 28 February 2016: emma alone came after it, on the leap day.
        assertThat(value(heerlen, PASSART, "arrivals", "2017-02-28")).isEqualTo(1);
        assertThat(value(heerlen, PASSART, "arrivals.share-of-municipality", "2017-02-28"))
                .isEqualTo(1);
        assertThat(heerlen.figure(CENTRUM, "arrivals.share-of-municipality", LocalDate.parse("2019-01-01")))
                .isEqualTo(new NaiveFigure(0, 0.0, null));
    }

    @Test
    void ratesAreOverTheMeanPopulationByDays() {
        NaiveMunicipality heerlen = heerlen(resident("anna")
                .immigratesTo(PASSART)
                .on("2015-12-22")
                .movesTo(CENTRUM)
                .on("2015-12-27")
                .events());
        LocalDate date = LocalDate.parse("2015-12-31");

        // Passart: in and out, 5 days (22 to 26 December) of 365.
        assertThat(heerlen.figure(PASSART, "turnover.rate", date))
                .isEqualTo(new NaiveFigure(2, 5 / 365.0, 2 / (5 / 365.0)));
        assertThat(heerlen.figure(PASSART, "net-migration.rate", date)).isEqualTo(new NaiveFigure(0, 5 / 365.0, 0.0));
        // Heerlen: in, 10 days, of 365 or of 30.
        assertThat(heerlen.figure(HEERLEN, "turnover.rate", date))
                .isEqualTo(new NaiveFigure(1, 10 / 365.0, 1 / (10 / 365.0)));
        assertThat(heerlen.figure(HEERLEN, "net-migration.rate.30d", date))
                .isEqualTo(new NaiveFigure(1, 10 / 30.0, 1 / (10 / 30.0)));
        assertThat(heerlen.figure("BU09174200", "turnover.rate", date).value()).isNull();
    }

    @Test
    void theMeanPopulationOfOneWhoIsThereAllTheTimeIsOne() {
        NaiveMunicipality heerlen = heerlen(Lives.of(
                resident("anna").livesIn(PASSART).from("2014-01-01"),
                // There on the day before the window only.
                resident("bram").livesIn(PASSART).from("2014-01-01").dies().on("2016-01-01"),
                resident("cees").immigratesTo(PASSART).on("2016-12-31")));

        // 1 January to 31 December 2016, a leap year: 366 days of anna, 1 of cees, 0 of bram.
        assertThat(heerlen.figure(PASSART, "turnover.rate", LocalDate.parse("2016-12-31")))
                .isEqualTo(new NaiveFigure(1, 367 / 366.0, 1 / (367 / 366.0)));
    }

    @Test
    void theMunicipalityLeftTakesTheBirthDateOfAMoveOnlyIfItHadThePerson() {
        Lives told = resident("anna").bornOn("2010-01-01").livesIn(PASSART).from("2014-01-01");
        List<Event> left = told.bornOn("1950-01-01")
                .movesFrom(HEERLEN, IN_BRUNSSUM)
                .on("2015-01-01")
                .events();
        List<Event> leftTwice = told.bornOn("2012-01-01")
                .movesFrom(HEERLEN, IN_BRUNSSUM)
                .on("2016-01-01")
                .events();

        // The move that was a departure makes her an adult of Heerlen; the one of someone gone changes nothing.
        assertThat(value(heerlen(left), PASSART, "population.adults", "2014-06-01"))
                .isEqualTo(1);
        assertThat(value(heerlen(leftTwice), PASSART, "population.adults", "2014-06-01"))
                .isEqualTo(1);
    }
}
