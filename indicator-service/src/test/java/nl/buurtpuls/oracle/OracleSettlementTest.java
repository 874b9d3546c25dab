package nl.buurtpuls.oracle;

import static nl.buurtpuls.contract.event.Scheme.DISABILITY;
import static nl.buurtpuls.contract.event.Scheme.OTHER;
import static nl.buurtpuls.contract.event.Scheme.SOCIAL_ASSISTANCE;
import static nl.buurtpuls.oracle.Asked.heerlen;
import static nl.buurtpuls.oracle.Asked.value;
import static nl.buurtpuls.oracle.Lives.CENTRUM;
import static nl.buurtpuls.oracle.Lives.HEERLEN;
import static nl.buurtpuls.oracle.Lives.PASSART;
import static nl.buurtpuls.oracle.Lives.WEGGEBEKKER;
import static nl.buurtpuls.oracle.Lives.dwelling;
import static nl.buurtpuls.oracle.Lives.resident;
import static nl.buurtpuls.oracle.Lives.retraction;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import nl.buurtpuls.contract.event.Event;
import nl.buurtpuls.contract.event.Place;
import nl.buurtpuls.contract.event.Tenure;
import org.junit.jupiter.api.Test;

/** The oracle against figures worked out by hand: recipients by where they came from, and by their dwelling. */
class OracleSettlementTest {

    private static final LocalDate DATE = LocalDate.parse("2016-01-01");
    private static final String FROM = "social-assistance.since-settlement.from.";

    /** Came to Passart on 1 March 2015 and receives social assistance since. */
    private static Lives cameFrom(Place origin, String name) {
        return resident(name)
                .livesIn(PASSART, origin)
                .from("2015-03-01")
                .receives(SOCIAL_ASSISTANCE)
                .from("2015-03-01");
    }

    @Test
    void sinceSettlementMeansBegunWithin31DaysAfterTheLastArrivalOrBefore() {
        NaiveMunicipality heerlen = heerlen(Lives.of(
                // 1 March + 31 days is 1 April.
                resident("anna")
                        .immigratesTo(PASSART)
                        .on("2015-03-01")
                        .receives(SOCIAL_ASSISTANCE)
                        .from("2015-04-01"),
                resident("bram")
                        .immigratesTo(PASSART)
                        .on("2015-03-01")
                        .receives(SOCIAL_ASSISTANCE)
                        .from("2015-04-02"),
                // Ran already.
                resident("cees")
                        .receives(SOCIAL_ASSISTANCE)
                        .from("2010-01-01")
                        .immigratesTo(PASSART)
                        .on("2015-03-01"),
                // Loaded, so never settled.
                resident("dora")
                        .livesIn(PASSART)
                        .from("2015-03-01")
                        .receives(SOCIAL_ASSISTANCE)
                        .from("2015-03-01"),
                // Settled, left, and found here again: that settlement is over.
                resident("emma")
                        .immigratesTo(PASSART)
                        .on("2015-03-01")
                        .receives(SOCIAL_ASSISTANCE)
                        .from("2015-03-01")
                        .emigrates()
                        .on("2015-03-10")
                        .livesIn(PASSART)
                        .from("2015-03-20"),
                // Settled, and loaded again while living here: still settled.
                resident("fred")
                        .immigratesTo(PASSART)
                        .on("2015-03-01")
                        .receives(SOCIAL_ASSISTANCE)
                        .from("2015-03-01")
                        .livesIn(PASSART)
                        .from("2015-03-20")));

        // anna, cees and fred of six.
        assertThat(heerlen.figure(PASSART, "social-assistance.since-settlement.share", LocalDate.parse("2015-05-01")))
                .isEqualTo(new NaiveFigure(3, 6.0, 0.5));
        // On 9 March emma still lives there, and anna's and bram's have not begun: cees, emma, fred.
        assertThat(value(heerlen, PASSART, "any.since-settlement", "2015-03-09"))
                .isEqualTo(3);
    }

    private static NaiveMunicipality oneOfEach() {
        return heerlen(Lives.of(
                cameFrom(Place.municipality("GM0899"), "brunssum"),
                cameFrom(Place.municipality("GM0882"), "landgraaf"),
                cameFrom(Place.municipality("GM0935"), "maastricht"),
                cameFrom(Place.municipality("GM0983"), "venlo"),
                cameFrom(Place.municipality("GM0363"), "amsterdam"),
                cameFrom(Place.municipality("GM0951"), "abolished"),
                cameFrom(Place.municipality("GM9999"), "never-was"),
                cameFrom(Place.country("DE"), "germany"),
                cameFrom(Place.UNKNOWN, "unknown")));
    }

    @Test
    void theNearestRegionIsSameRegionAndTheRestOfTheProvinceIsSameProvince() {
        // Brunssum and Landgraaf of nine. Maastricht shares only the wider region with Heerlen.
        assertThat(value(oneOfEach(), PASSART, FROM + "same-region", "2016-01-01"))
                .isEqualTo(2);
        assertThat(oneOfEach().figure(PASSART, FROM + "same-region.share", DATE))
                .isEqualTo(new NaiveFigure(2, 9.0, 2 / 9.0));
        // Maastricht and Venlo.
        assertThat(oneOfEach().figure(PASSART, FROM + "same-province.share", DATE))
                .isEqualTo(new NaiveFigure(2, 9.0, 2 / 9.0));
    }

    @Test
    void aCodeThatTheTableLacksIsTheRestOfTheCountry() {
        // Amsterdam, the abolished one and the one that never was.
        assertThat(oneOfEach().figure(PASSART, FROM + "rest-of-country.share", DATE))
                .isEqualTo(new NaiveFigure(3, 9.0, 3 / 9.0));
    }

    @Test
    void anUnknownOriginIsInNoClassButInTheDenominator() {
        assertThat(oneOfEach().figure(PASSART, FROM + "abroad.share", DATE))
                .isEqualTo(new NaiveFigure(1, 9.0, 1 / 9.0));
        NaiveMunicipality onlyUnknown =
                heerlen(cameFrom(Place.UNKNOWN, "unknown").events());
        assertThat(onlyUnknown.figure(PASSART, FROM + "abroad.share", DATE)).isEqualTo(new NaiveFigure(0, 1.0, 0.0));
        assertThat(onlyUnknown.figure(PASSART, FROM + "positive-ses.share", DATE))
                .isEqualTo(new NaiveFigure(0, 0.0, null));
    }

    @Test
    void positiveSesIsAboveZeroOfThoseFromAnyMunicipality() {
        // Seven came from a municipality. Landgraaf, Venlo and Amsterdam are above 0; Maastricht is 0 exactly.
        assertThat(oneOfEach().figure(PASSART, FROM + "positive-ses.share", DATE))
                .isEqualTo(new NaiveFigure(3, 7.0, 3 / 7.0));
    }

    @Test
    void theOriginIsThatOfTheLastArrival() {
        NaiveMunicipality heerlen = heerlen(cameFrom(Place.municipality("GM0363"), "anna")
                .emigrates()
                .on("2015-06-01")
                .comesBackTo(CENTRUM)
                .on("2015-09-01")
                .movesTo(PASSART)
                .on("2015-10-01")
                .events());

        assertThat(value(heerlen, PASSART, FROM + "rest-of-country", "2015-05-31"))
                .isEqualTo(1);
        // While away, nobody's.
        assertThat(value(heerlen, HEERLEN, FROM + "rest-of-country", "2015-08-31"))
                .isZero();
        assertThat(value(heerlen, PASSART, FROM + "abroad", "2016-01-01")).isEqualTo(1);
        assertThat(value(heerlen, PASSART, FROM + "rest-of-country", "2016-01-01"))
                .isZero();
    }

    @Test
    void anArrivalOfSomeoneWhoLivesHereIsANewSettlement() {
        NaiveMunicipality heerlen = heerlen(resident("anna")
                .livesIn(PASSART)
                .from("2014-01-01")
                .receives(SOCIAL_ASSISTANCE)
                .from("2014-01-01")
                .movesFrom("GM0899", PASSART)
                .on("2015-03-01")
                .events());

        assertThat(value(heerlen, PASSART, "social-assistance.since-settlement", "2015-02-28"))
                .isZero();
        assertThat(value(heerlen, PASSART, FROM + "same-region", "2015-03-01")).isEqualTo(1);
    }

    @Test
    void aBirthOfSomeoneGoneEndsAnEarlierSettlement() {
        Lives gone = cameFrom(Place.country("DE"), "anna").emigrates().on("2015-06-01");
        Lives here = cameFrom(Place.country("DE"), "bram");
        NaiveMunicipality heerlen = heerlen(Lives.of(
                gone.isBornIn(PASSART).on("2015-07-01"),
                // Of someone who lives here it only sets the address.
                here.isBornIn(CENTRUM).on("2015-07-01")));

        assertThat(value(heerlen, PASSART, FROM + "abroad", "2015-05-31")).isEqualTo(2);
        assertThat(value(heerlen, PASSART, FROM + "abroad", "2016-01-01")).isZero();
        assertThat(value(heerlen, CENTRUM, FROM + "abroad", "2016-01-01")).isEqualTo(1);
    }

    @Test
    void aSpellThatEndedAndBeganAgainLaterIsNotSinceSettlement() {
        Lives told = cameFrom(Place.country("DE"), "anna")
                .noLongerReceives(SOCIAL_ASSISTANCE)
                .from("2015-06-01")
                .receives(SOCIAL_ASSISTANCE)
                .from("2015-06-02");
        NaiveMunicipality broken = heerlen(told.events());
        // Any scheme ran on that one day.
        NaiveMunicipality bridged = heerlen(told.receives(OTHER)
                .from("2015-06-01")
                .noLongerReceives(OTHER)
                .from("2015-06-02")
                .events());

        assertThat(value(broken, PASSART, "social-assistance.since-settlement", "2016-01-01"))
                .isZero();
        assertThat(value(broken, PASSART, "any.since-settlement", "2016-01-01")).isZero();
        assertThat(value(bridged, PASSART, "social-assistance.since-settlement", "2016-01-01"))
                .isZero();
        assertThat(value(bridged, PASSART, "any.since-settlement.from.abroad", "2016-01-01"))
                .isEqualTo(1);
    }

    @Test
    void aRetractedGrantCountsAsIfItHadNeverBeen() {
        List<Event> events = new ArrayList<>(cameFrom(Place.country("DE"), "anna")
                .receives(DISABILITY)
                .from("2015-03-01")
                .events());
        events.add(retraction(events.get(1)));

        assertThat(value(heerlen(events), PASSART, "social-assistance.recipients", "2016-01-01"))
                .isZero();
        assertThat(value(heerlen(events), PASSART, "disability.since-settlement.from.abroad", "2016-01-01"))
                .isEqualTo(1);
    }

    @Test
    void recipientsInADwellingAreToldApartBySettlementAndByOriginOutsideTheProvince() {
        List<Event> events = new ArrayList<>(Lives.of(
                // From Amsterdam, with a benefit from the first day.
                resident("anna")
                        .inDwelling("d-1")
                        .movesFrom("GM0363", PASSART)
                        .on("2015-01-01")
                        .receives(SOCIAL_ASSISTANCE)
                        .from("2015-01-01"),
                // From Maastricht, in the same province.
                resident("bram")
                        .inDwelling("d-1")
                        .movesFrom("GM0935", PASSART)
                        .on("2015-01-01")
                        .receives(SOCIAL_ASSISTANCE)
                        .from("2015-01-20"),
                // A year after settling, so not since settlement.
                resident("cees")
                        .inDwelling("d-1")
                        .movesFrom("GM0363", PASSART)
                        .on("2014-01-01")
                        .receives(SOCIAL_ASSISTANCE)
                        .from("2015-01-01"),
                // In another dwelling.
                resident("dora")
                        .inDwelling("d-2")
                        .movesFrom("GM0363", PASSART)
                        .on("2015-01-01")
                        .receives(SOCIAL_ASSISTANCE)
                        .from("2015-01-01")));
        events.add(dwelling("d-1", PASSART, "2014-01-01", Tenure.HOUSING_CORPORATION, null));
        events.add(dwelling("d-2", PASSART, "2014-01-01", Tenure.PRIVATE_RENTAL, null));
        NaiveMunicipality heerlen = heerlen(events);
        LocalDate date = LocalDate.parse("2016-01-01");
        String since = "social-assistance.tenure.housing-corporation.since-settlement";

        assertThat(heerlen.figure(PASSART, since + ".share", date)).isEqualTo(new NaiveFigure(2, 3.0, 2.0 / 3));
        assertThat(heerlen.figure(PASSART, since + ".from.outside-province.share", date))
                .isEqualTo(new NaiveFigure(1, 2.0, 0.5));
    }

    @Test
    void aDwellingHasTheTenureOfItsLastRegistrationWhereverThatLies() {
        List<Event> events = new ArrayList<>(Lives.of(
                resident("anna").inDwelling("d-1").livesIn(PASSART).from("2014-01-01"),
                resident("anna").receives(SOCIAL_ASSISTANCE).from("2014-01-01").named("anna-b"),
                resident("bram").inDwelling("d-2").livesIn(PASSART).from("2014-01-01"),
                resident("bram").receives(SOCIAL_ASSISTANCE).from("2014-01-01").named("bram-b"),
                // No dwelling.
                resident("cees")
                        .livesIn(PASSART)
                        .from("2014-01-01")
                        .receives(SOCIAL_ASSISTANCE)
                        .from("2014-01-01"),
                // A dwelling that nobody registered.
                resident("dora").inDwelling("d-9").livesIn(PASSART).from("2014-01-01"),
                resident("dora").receives(SOCIAL_ASSISTANCE).from("2014-01-01").named("dora-b")));
        events.add(dwelling("d-1", PASSART, "2014-01-01", Tenure.HOUSING_CORPORATION, null));
        events.add(dwelling("d-1", WEGGEBEKKER, "2015-01-01", Tenure.OWNER_OCCUPIED, null));
        events.add(dwelling("d-2", PASSART, "2014-06-01", Tenure.PRIVATE_RENTAL, null));
        NaiveMunicipality heerlen = heerlen(events);
        String tenure = "social-assistance.tenure.";

        // bram's is not registered yet, so unknown, but in the denominator.
        LocalDate early = LocalDate.parse("2014-05-31");
        assertThat(heerlen.figure(PASSART, tenure + "housing-corporation.share", early))
                .isEqualTo(new NaiveFigure(1, 4.0, 0.25));
        assertThat(heerlen.figure(PASSART, tenure + "private-rental.share", early))
                .isEqualTo(new NaiveFigure(0, 4.0, 0.0));
        LocalDate late = LocalDate.parse("2015-01-01");
        assertThat(heerlen.figure(PASSART, tenure + "housing-corporation.share", late))
                .isEqualTo(new NaiveFigure(0, 4.0, 0.0));
        assertThat(heerlen.figure(PASSART, tenure + "private-rental.share", late))
                .isEqualTo(new NaiveFigure(1, 4.0, 0.25));
        // anna lives in Passart, though her dwelling now lies in Weggebekker.
        assertThat(heerlen.figure(PASSART, tenure + "owner-occupied.share", late))
                .isEqualTo(new NaiveFigure(1, 4.0, 0.25));
        assertThat(heerlen.figure(CENTRUM, tenure + "owner-occupied.share", late))
                .isEqualTo(new NaiveFigure(0, 0.0, null));
    }
}
