package nl.buurtpuls.oracle;

import static nl.buurtpuls.contract.event.Scheme.DISABILITY;
import static nl.buurtpuls.contract.event.Scheme.SOCIAL_ASSISTANCE;
import static nl.buurtpuls.oracle.Asked.heerlen;
import static nl.buurtpuls.oracle.Asked.value;
import static nl.buurtpuls.oracle.Lives.CENTRUM;
import static nl.buurtpuls.oracle.Lives.HEERLEN;
import static nl.buurtpuls.oracle.Lives.PASSART;
import static nl.buurtpuls.oracle.Lives.resident;
import static nl.buurtpuls.oracle.Lives.retraction;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import nl.buurtpuls.contract.event.Event;
import nl.buurtpuls.contract.event.Place;
import org.junit.jupiter.api.Test;

/** The oracle against figures worked out by hand: who arrives, with what, and from where. */
class OracleArrivalsTest {

    private static final LocalDate END_OF_2015 = LocalDate.parse("2015-12-31");

    @Test
    void anAdultArrivalIsEighteenOnTheDayOfArrival() {
        NaiveMunicipality heerlen = heerlen(Lives.of(
                resident("anna").bornOn("1997-05-01").immigratesTo(PASSART).on("2015-05-01"),
                resident("bram").bornOn("1997-05-02").immigratesTo(PASSART).on("2015-05-01"),
                // Born on a leap day: 18 on 1 March 2014.
                resident("cees").bornOn("1996-02-29").immigratesTo(PASSART).on("2014-02-28"),
                resident("dora").bornOn("1996-02-29").immigratesTo(PASSART).on("2014-03-01"),
                // Loaded without origin: no arrival.
                resident("emma").livesIn(PASSART).from("2015-05-01")));

        assertThat(value(heerlen, PASSART, "adult-arrivals", "2015-12-31")).isEqualTo(1);
        assertThat(value(heerlen, PASSART, "adult-arrivals.5y", "2015-12-31")).isEqualTo(2);
        assertThat(value(heerlen, PASSART, "adult-arrivals.30d", "2015-05-30")).isEqualTo(1);
        assertThat(value(heerlen, PASSART, "adult-arrivals.30d", "2015-05-31")).isZero();
        assertThat(value(heerlen, HEERLEN, "arrivals.10y", "2015-12-31")).isEqualTo(4);
    }

    @Test
    void theLastBirthDateGivenDecidesWhoWasAnAdultOnArrival() {
        NaiveMunicipality heerlen = heerlen(resident("anna")
                .bornOn("1980-01-01")
                .immigratesTo(PASSART)
                .on("2015-05-01")
                .bornOn("2005-01-01")
                .livesIn(PASSART)
                .from("2020-01-01")
                .events());

        assertThat(value(heerlen, PASSART, "adult-arrivals", "2015-12-31")).isZero();
    }

    @Test
    void whoArrivesTwiceIsTwoArrivalsAndAMoveWithinIsNone() {
        NaiveMunicipality heerlen = heerlen(resident("anna")
                .immigratesTo(PASSART)
                .on("2015-01-10")
                .movesTo(CENTRUM)
                .on("2015-02-10")
                .emigrates()
                .on("2015-03-10")
                .comesBackTo(PASSART)
                .on("2015-04-10")
                .events());

        assertThat(value(heerlen, PASSART, "adult-arrivals", "2015-12-31")).isEqualTo(2);
        assertThat(value(heerlen, CENTRUM, "adult-arrivals", "2015-12-31")).isZero();
    }

    @Test
    void lowIncomeOnArrivalIsThatOfTheCalendarYearOfArrival() {
        NaiveMunicipality heerlen = heerlen(Lives.of(
                resident("anna").hasIncome(true, false).on("2015-01-01"),
                resident("anna").immigratesTo(PASSART).on("2015-12-31").named("anna-in"),
                // Poor in the year before and after.
                resident("bram").hasIncome(true, true).on("2014-01-01"),
                resident("bram").hasIncome(true, true).on("2016-01-01").named("bram-16"),
                resident("bram").immigratesTo(PASSART).on("2015-06-01").named("bram-in"),
                // At most 120% of the social minimum, yet not in the lowest third.
                resident("cees").hasIncome(false, true).on("2015-01-01"),
                resident("cees").immigratesTo(PASSART).on("2015-06-01").named("cees-in"),
                resident("dora").immigratesTo(PASSART).on("2015-06-01")));

        assertThat(value(heerlen, PASSART, "adult-arrivals.low-income", "2015-12-31"))
                .isEqualTo(1);
        assertThat(heerlen.figure(PASSART, "adult-arrivals.low-income.share.1y", END_OF_2015))
                .isEqualTo(new NaiveFigure(1, 4.0, 0.25));
    }

    @Test
    void ofTwoAssessmentsOfAYearTheLastLoggedCountsUnlessItIsRetracted() {
        List<Event> events = new ArrayList<>(Lives.of(
                resident("anna").immigratesTo(PASSART).on("2015-06-01"),
                resident("anna")
                        .hasIncome(false, false)
                        .on("2015-01-01")
                        .named("second")
                        .loggedAt("2016-08-01T00:00:00Z"),
                resident("anna")
                        .hasIncome(true, true)
                        .on("2015-01-01")
                        .named("first")
                        .loggedAt("2016-07-01T00:00:00Z")));

        assertThat(value(heerlen(events), PASSART, "adult-arrivals.low-income", "2015-12-31"))
                .isZero();
        events.add(retraction(events.get(1)));
        assertThat(value(heerlen(events), PASSART, "adult-arrivals.low-income", "2015-12-31"))
                .isEqualTo(1);
    }

    @Test
    void aBenefitOnArrivalRunsOnAnyDayFromTheArrivalTo31DaysAfter() {
        NaiveMunicipality heerlen = heerlen(Lives.of(
                // Ended on the day of arrival: half-open, so it does not run on it.
                resident("anna")
                        .receives(SOCIAL_ASSISTANCE)
                        .from("2014-01-01")
                        .noLongerReceives(SOCIAL_ASSISTANCE)
                        .from("2015-03-01")
                        .immigratesTo(PASSART)
                        .on("2015-03-01"),
                // Ended the day after.
                resident("bram")
                        .receives(SOCIAL_ASSISTANCE)
                        .from("2014-01-01")
                        .immigratesTo(PASSART)
                        .on("2015-03-01")
                        .noLongerReceives(SOCIAL_ASSISTANCE)
                        .from("2015-03-02"),
                // 1 March + 31 days is 1 April.
                resident("cees")
                        .immigratesTo(PASSART)
                        .on("2015-03-01")
                        .receives(SOCIAL_ASSISTANCE)
                        .from("2015-04-01"),
                resident("dora")
                        .immigratesTo(PASSART)
                        .on("2015-03-01")
                        .receives(SOCIAL_ASSISTANCE)
                        .from("2015-04-02"),
                // Left before it began: it runs all the same.
                resident("emma")
                        .immigratesTo(PASSART)
                        .on("2015-03-01")
                        .emigrates()
                        .on("2015-03-10")
                        .receives(DISABILITY)
                        .from("2015-03-20")));

        assertThat(heerlen.figure(PASSART, "adult-arrivals.social-assistance.share", END_OF_2015))
                .isEqualTo(new NaiveFigure(2, 5.0, 0.4));
        assertThat(value(heerlen, PASSART, "adult-arrivals.disability.5y", "2015-12-31"))
                .isEqualTo(1);
        // What is known now of the days after counts on the day of arrival too.
        assertThat(value(heerlen, PASSART, "adult-arrivals.social-assistance.30d", "2015-03-01"))
                .isEqualTo(2);
    }

    @Test
    void aBenefitGrantedAndEndedOnOneDayNeverRan() {
        NaiveMunicipality heerlen = heerlen(resident("anna")
                .immigratesTo(PASSART)
                .on("2015-03-01")
                .receives(SOCIAL_ASSISTANCE)
                .from("2015-03-05")
                .noLongerReceives(SOCIAL_ASSISTANCE)
                .from("2015-03-05")
                .events());

        assertThat(value(heerlen, PASSART, "adult-arrivals.social-assistance", "2015-12-31"))
                .isZero();
    }

    @Test
    void burdenShiftIsOverTheArrivalsWithSocialAssistanceFromAMunicipality() {
        String id = "adult-arrivals.social-assistance.from.positive-ses.share";
        NaiveMunicipality heerlen = heerlen(aRowOfArrivals());

        // With social assistance from a municipality: Amsterdam twice, Brunssum, and the abolished one.
        assertThat(heerlen.figure(PASSART, id, END_OF_2015)).isEqualTo(new NaiveFigure(2, 4.0, 0.5));
        assertThat(heerlen.figure(CENTRUM, id, END_OF_2015)).isEqualTo(new NaiveFigure(0, 0.0, null));
    }

    @Test
    void originsCountEachArrivalByMunicipalityCountryAndClass() {
        NaiveMunicipality heerlen = heerlen(aRowOfArrivals());
        LocalDate from = LocalDate.parse("2015-03-01");
        LocalDate to = LocalDate.parse("2015-03-08");

        // The arrival on the first day is left out, that on the last counts.
        assertThat(heerlen.origins(PASSART, from, to, "arrivals"))
                .isEqualTo(new NaiveOrigins(
                        7,
                        Map.of("GM0363", 2L, "GM0899", 1L, "GM0951", 1L, "GM0983", 1L),
                        Map.of("DE", 1L),
                        Map.of(
                                OriginClass.SAME_REGION,
                                1L,
                                OriginClass.SAME_PROVINCE,
                                1L,
                                OriginClass.REST_OF_COUNTRY,
                                3L,
                                OriginClass.ABROAD,
                                1L,
                                OriginClass.UNKNOWN,
                                1L)));
        assertThat(heerlen.origins(HEERLEN, from, to, "adult-arrivals").total()).isEqualTo(6);
        assertThat(heerlen.origins(HEERLEN, from, to, "adult-arrivals").municipalities())
                .isEqualTo(Map.of("GM0363", 2L, "GM0899", 1L, "GM0951", 1L));
        NaiveOrigins onAssistance = heerlen.origins(HEERLEN, from, to, "social-assistance");
        assertThat(onAssistance.total()).isEqualTo(4);
        assertThat(onAssistance.countries()).isEqualTo(Map.of("DE", 1L));
        assertThat(onAssistance.municipalities()).isEqualTo(Map.of("GM0363", 1L, "GM0899", 1L, "GM0951", 1L));
        assertThatIllegalArgumentException().isThrownBy(() -> heerlen.origins(HEERLEN, from, to, "departures"));
    }

    /** One a day from 1 March 2015; all are adults but the one from Venlo. */
    private static List<Event> aRowOfArrivals() {
        return Lives.of(
                withAssistance("anna", Place.municipality("GM0363"), "2015-03-01"),
                withAssistance("bram", Place.municipality("GM0363"), "2015-03-02"),
                withAssistance("cees", Place.municipality("GM0899"), "2015-03-03"),
                withAssistance("dora", Place.municipality("GM0951"), "2015-03-04"),
                withAssistance("emma", Place.country("DE"), "2015-03-05"),
                resident("fred").livesIn(PASSART, Place.UNKNOWN).from("2015-03-06"),
                resident("gina").livesIn(PASSART, Place.municipality("GM0363")).from("2015-03-07"),
                resident("hans")
                        .bornOn("2010-01-01")
                        .livesIn(PASSART, Place.municipality("GM0983"))
                        .from("2015-03-08"));
    }

    private static Lives withAssistance(String name, Place origin, String date) {
        return resident(name)
                .livesIn(PASSART, origin)
                .from(date)
                .receives(SOCIAL_ASSISTANCE)
                .from("2015-03-10");
    }
}
