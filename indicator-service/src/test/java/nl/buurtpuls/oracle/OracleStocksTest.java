package nl.buurtpuls.oracle;

import static nl.buurtpuls.contract.event.Scheme.DISABILITY;
import static nl.buurtpuls.contract.event.Scheme.SOCIAL_ASSISTANCE;
import static nl.buurtpuls.oracle.Asked.heerlen;
import static nl.buurtpuls.oracle.Asked.value;
import static nl.buurtpuls.oracle.Lives.CENTRUM;
import static nl.buurtpuls.oracle.Lives.HEERLEN;
import static nl.buurtpuls.oracle.Lives.PASSART;
import static nl.buurtpuls.oracle.Lives.UTERWEG;
import static nl.buurtpuls.oracle.Lives.WEGGEBEKKER;
import static nl.buurtpuls.oracle.Lives.dwelling;
import static nl.buurtpuls.oracle.Lives.resident;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import nl.buurtpuls.contract.event.Event;
import nl.buurtpuls.contract.event.Tenure;
import org.junit.jupiter.api.Test;

/** The oracle against figures worked out by hand: ages, retention, households, benefits, dwellings. */
class OracleStocksTest {

    private static final String NORTH = "HN";

    @Test
    void whoIsBornOnALeapDayComesOfAgeOnTheFirstOfMarch() {
        NaiveMunicipality heerlen = heerlen(resident("anna")
                .bornOn("1996-02-29")
                .livesIn(PASSART)
                .from("2014-01-01")
                .events());

        // 2014 has no leap day.
        assertThat(value(heerlen, PASSART, "population.adults", "2014-02-28")).isZero();
        assertThat(value(heerlen, PASSART, "population.minors", "2014-02-28")).isEqualTo(1);
        assertThat(value(heerlen, PASSART, "population.adults", "2014-03-01")).isEqualTo(1);
    }

    @Test
    void aPartialBirthDateIsInTheMiddleOfThePeriod() {
        NaiveMunicipality heerlen = heerlen(Lives.of(
                resident("anna").bornOn("1996").livesIn(PASSART).from("2014-01-01"),
                resident("bram").bornOn("1996-02").livesIn(PASSART).from("2014-01-01")));

        // bram comes of age on 15 February 2014, anna on 1 July 2014.
        assertThat(value(heerlen, PASSART, "population.adults", "2014-02-14")).isZero();
        assertThat(value(heerlen, PASSART, "population.adults", "2014-02-15")).isEqualTo(1);
        assertThat(value(heerlen, PASSART, "population.adults", "2014-06-30")).isEqualTo(1);
        assertThat(value(heerlen, PASSART, "population.adults", "2014-07-01")).isEqualTo(2);
    }

    @Test
    void aKindergartnerWasAToddlerHereOnlyIfHereOnEveryDayOfTheAgesTwoAndThree() {
        NaiveMunicipality heerlen = heerlen(Lives.of(
                // Two on 1 March 2014, four on 29 February 2016.
                resident("anna").isBornIn(WEGGEBEKKER).on("2012-02-29"),
                // Left the buurt, not the wijk, for the last day before the fourth birthday.
                resident("bram")
                        .isBornIn(WEGGEBEKKER)
                        .on("2012-02-29")
                        .movesTo(UTERWEG)
                        .on("2016-02-28")
                        .movesTo(WEGGEBEKKER)
                        .on("2016-02-29"),
                // Came on the day after the second birthday.
                resident("cees").bornOn("2012-02-29").livesIn(WEGGEBEKKER).from("2014-03-02"),
                resident("dora").bornOn("2012-02-29").livesIn(WEGGEBEKKER).from("2014-03-01")));
        String id = "kindergartners.not-toddlers.share";

        assertThat(heerlen.figure(WEGGEBEKKER, id, LocalDate.parse("2016-02-29")))
                .isEqualTo(new NaiveFigure(2, 4.0, 0.5));
        assertThat(heerlen.figure("WK091720", id, LocalDate.parse("2016-02-29")))
                .isEqualTo(new NaiveFigure(1, 4.0, 0.25));
        // Three the day before; five on 1 March 2017.
        assertThat(heerlen.figure(WEGGEBEKKER, id, LocalDate.parse("2016-02-28")))
                .isEqualTo(new NaiveFigure(0, 0.0, null));
        assertThat(heerlen.figure(WEGGEBEKKER, id, LocalDate.parse("2017-02-28")))
                .isEqualTo(new NaiveFigure(2, 4.0, 0.5));
        assertThat(heerlen.figure(WEGGEBEKKER, id, LocalDate.parse("2017-03-01")))
                .isEqualTo(new NaiveFigure(0, 0.0, null));
    }

    @Test
    void whoLeftAndCameBackStayed() {
        NaiveMunicipality heerlen = heerlen(Lives.of(
                resident("anna")
                        .livesIn(PASSART)
                        .from("2014-01-01")
                        .emigrates()
                        .on("2015-01-01")
                        .comesBackTo(PASSART)
                        .on("2018-01-01"),
                resident("bram")
                        .livesIn(PASSART)
                        .from("2014-01-01")
                        .movesTo(UTERWEG)
                        .on("2016-01-01"),
                resident("cees").livesIn(PASSART).from("2014-01-01").dies().on("2019-01-01"),
                // Moved away first; Heerlen heard of the death.
                resident("dora")
                        .livesIn(PASSART)
                        .from("2014-01-01")
                        .emigrates()
                        .on("2015-01-01")
                        .dies()
                        .on("2018-06-01"),
                resident("emma").livesIn(PASSART).from("2014-01-02")));
        LocalDate from = LocalDate.parse("2014-01-01");

        // anna stayed; bram moved; cees and dora died; emma was not there yet.
        assertThat(heerlen.retention(PASSART, from, LocalDate.parse("2019-01-01")))
                .isEqualTo(new Retention(4, 1, 1, 2));
        // For Heerlen-Noord bram stayed; the day before, cees did too.
        assertThat(heerlen.retention(NORTH, from, LocalDate.parse("2018-12-31")))
                .isEqualTo(new Retention(4, 3, 0, 1));
        // While anna was away she counted as moved.
        assertThat(heerlen.retention(PASSART, from, LocalDate.parse("2017-12-31")))
                .isEqualTo(new Retention(4, 1, 3, 0));
        assertThat(heerlen.figure(PASSART, "retention.5y", LocalDate.parse("2019-01-01")))
                .isEqualTo(new NaiveFigure(1, 4.0, 0.25));
        assertThat(heerlen.figure(PASSART, "retention.10y", LocalDate.parse("2019-01-01"))
                        .value())
                .isNull();
    }

    @Test
    void oneHouseholdNameInTwoBuurtenIsTwoHouseholds() {
        NaiveMunicipality heerlen = heerlen(Lives.of(
                resident("anna").inHousehold("h").livesIn(PASSART).from("2014-01-01"),
                resident("bram").inHousehold("h").livesIn(PASSART).from("2014-01-01"),
                resident("cees").inHousehold("h").livesIn(CENTRUM).from("2014-01-01")));

        assertThat(value(heerlen, HEERLEN, "households", "2014-01-01")).isEqualTo(2);
        assertThat(value(heerlen, PASSART, "households", "2014-01-01")).isEqualTo(1);
    }

    @Test
    void aRecipientMakesTheWholeHouseholdCount() {
        NaiveMunicipality heerlen = heerlen(Lives.of(
                resident("anna")
                        .inHousehold("h")
                        .livesIn(PASSART)
                        .from("2014-01-01")
                        .receives(SOCIAL_ASSISTANCE)
                        .from("2014-02-01"),
                resident("bram")
                        .inHousehold("h")
                        .bornOn("2010-01-01")
                        .livesIn(PASSART)
                        .from("2014-01-01"),
                resident("cees").bornOn("2010-01-01").livesIn(PASSART).from("2014-01-01"),
                resident("dora")
                        .livesIn(CENTRUM)
                        .from("2014-01-01")
                        .receives(SOCIAL_ASSISTANCE)
                        .from("2014-01-01")));
        LocalDate date = LocalDate.parse("2014-02-01");

        assertThat(heerlen.figure(PASSART, "social-assistance.recipients", date))
                .isEqualTo(new NaiveFigure(1, null, 1.0));
        // Of Passart's adults there is anna alone.
        assertThat(heerlen.figure(PASSART, "social-assistance.recipients.share", date))
                .isEqualTo(new NaiveFigure(1, 1.0, 1.0));
        assertThat(heerlen.figure(PASSART, "social-assistance.households.share", date))
                .isEqualTo(new NaiveFigure(1, 2.0, 0.5));
        assertThat(heerlen.figure(PASSART, "social-assistance.persons", date)).isEqualTo(new NaiveFigure(2, null, 2.0));
        assertThat(heerlen.figure(PASSART, "social-assistance.minors.share", date))
                .isEqualTo(new NaiveFigure(1, 2.0, 0.5));
        assertThat(heerlen.figure(PASSART, "social-assistance.share-of-municipality", date))
                .isEqualTo(new NaiveFigure(1, 2.0, 0.5));
        // The day before, anna's had not begun.
        assertThat(value(heerlen, PASSART, "social-assistance.minors", "2014-01-31"))
                .isZero();
    }

    @Test
    void aSpellRunsOnWhileAnyGrantOfTheSchemeRuns() {
        NaiveMunicipality heerlen = heerlen(resident("anna")
                .livesIn(PASSART)
                .from("2010-01-01")
                .receives(SOCIAL_ASSISTANCE, "a")
                .from("2012-02-29")
                .receives(SOCIAL_ASSISTANCE, "b")
                .from("2013-01-01")
                .noLongerReceives(SOCIAL_ASSISTANCE, "a")
                .from("2013-06-01")
                // Nothing of that name runs: changes nothing.
                .noLongerReceives(SOCIAL_ASSISTANCE)
                .from("2013-07-01")
                .receives(DISABILITY)
                .from("2017-01-01")
                .noLongerReceives(SOCIAL_ASSISTANCE, "b")
                .from("2018-01-01")
                .events());

        // Two years since 29 February 2012 are complete on 1 March 2014, five on 1 March 2017.
        assertThat(value(heerlen, PASSART, "social-assistance.duration.under-2y", "2014-02-28"))
                .isEqualTo(1);
        assertThat(value(heerlen, PASSART, "social-assistance.duration.2y-to-5y", "2014-03-01"))
                .isEqualTo(1);
        assertThat(value(heerlen, PASSART, "social-assistance.duration.2y-to-5y", "2017-02-28"))
                .isEqualTo(1);
        assertThat(value(heerlen, PASSART, "social-assistance.duration.over-5y.share", "2017-03-01"))
                .isEqualTo(1);
        // Any scheme runs unbroken since 2012; disability alone since 2017.
        assertThat(value(heerlen, PASSART, "social-assistance.recipients", "2018-01-01"))
                .isZero();
        assertThat(value(heerlen, PASSART, "any.duration.over-5y", "2018-01-01"))
                .isEqualTo(1);
        assertThat(value(heerlen, PASSART, "disability.duration.under-2y", "2018-01-01"))
                .isEqualTo(1);
        assertThat(value(heerlen, PASSART, "any.recipients", "2018-01-01")).isEqualTo(1);
    }

    @Test
    void aBenefitRunsOnElsewhereButOnlyResidentsAreCounted() {
        NaiveMunicipality heerlen = heerlen(resident("anna")
                .receives(SOCIAL_ASSISTANCE)
                .from("2012-01-01")
                .livesIn(PASSART)
                .from("2013-01-01")
                .emigrates()
                .on("2013-06-01")
                .livesIn(PASSART)
                .from("2014-01-01")
                .events());

        assertThat(value(heerlen, PASSART, "social-assistance.recipients", "2012-06-01"))
                .isZero();
        assertThat(value(heerlen, PASSART, "social-assistance.recipients", "2013-06-01"))
                .isZero();
        assertThat(value(heerlen, PASSART, "social-assistance.duration.2y-to-5y", "2014-01-01"))
                .isEqualTo(1);
    }

    @Test
    void aDwellingIsWhereAndWhatItsLastRegistrationSays() {
        List<Event> events = List.of(
                dwelling("d-1", PASSART, "2014-01-01", Tenure.HOUSING_CORPORATION, 100_000L),
                dwelling("d-2", PASSART, "2014-01-01", Tenure.PRIVATE_RENTAL, null),
                dwelling("d-3", PASSART, "2014-01-01", Tenure.OWNER_OCCUPIED, 200_000L),
                dwelling("d-1", CENTRUM, "2015-01-01", Tenure.UNKNOWN, null));
        NaiveMunicipality heerlen = heerlen(events);
        LocalDate before = LocalDate.parse("2014-12-31");
        LocalDate after = LocalDate.parse("2015-01-01");

        assertThat(heerlen.figure(PASSART, "dwellings", before)).isEqualTo(new NaiveFigure(3, null, 3.0));
        assertThat(heerlen.figure(PASSART, "dwellings", after)).isEqualTo(new NaiveFigure(2, null, 2.0));
        assertThat(heerlen.figure(PASSART, "dwellings.private-rental.share", after))
                .isEqualTo(new NaiveFigure(1, 2.0, 0.5));
        assertThat(heerlen.figure(HEERLEN, "dwellings.woz-value.mean", before))
                .isEqualTo(new NaiveFigure(300_000, 2.0, 150_000.0));
        // d-1's value is not known any more.
        assertThat(heerlen.figure(HEERLEN, "dwellings.woz-value.mean", after))
                .isEqualTo(new NaiveFigure(200_000, 1.0, 200_000.0));
        assertThat(heerlen.figure(CENTRUM, "dwellings.woz-value.mean", after).value())
                .isNull();
    }
}
