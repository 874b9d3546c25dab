package nl.buurtpuls.oracle;

import static nl.buurtpuls.contract.event.Scheme.SOCIAL_ASSISTANCE;
import static nl.buurtpuls.oracle.Asked.GEOGRAPHY;
import static nl.buurtpuls.oracle.Lives.BRUNSSUM;
import static nl.buurtpuls.oracle.Lives.HEERLEN;
import static nl.buurtpuls.oracle.Lives.IN_BRUNSSUM;
import static nl.buurtpuls.oracle.Lives.PASSART;
import static nl.buurtpuls.oracle.Lives.resident;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import nl.buurtpuls.contract.event.Event;
import org.junit.jupiter.api.Test;

/** The oracle against figures worked out by hand: above the municipality. */
class OracleCountryTest {

    private static final Set<String> BOTH = Set.of(HEERLEN, BRUNSSUM);
    private static final List<Event> EVENTS = Lives.of(
            resident("anna")
                    .livesIn(PASSART)
                    .from("2014-01-01")
                    .movesFrom(HEERLEN, IN_BRUNSSUM)
                    .on("2015-03-01")
                    .receives(SOCIAL_ASSISTANCE)
                    .from("2015-03-01"),
            resident("bram")
                    .livesIn(PASSART)
                    .from("2014-01-01")
                    .receives(SOCIAL_ASSISTANCE)
                    .from("2014-01-01"));
    private static final LocalDate DATE = LocalDate.parse("2015-12-31");

    private static NaiveCountry country() {
        return new NaiveCountry(BOTH, Published.all(EVENTS), GEOGRAPHY);
    }

    @Test
    void countsAreThoseOfTheMunicipalitiesAdded() {
        assertThat(country().figure(BOTH, "population", DATE)).isEqualTo(NaiveFigure.count(2));
        assertThat(country().figure(BOTH, "social-assistance.recipients", DATE)).isEqualTo(NaiveFigure.count(2));
        assertThat(country().figure(Set.of(HEERLEN), "social-assistance.recipients", DATE))
                .isEqualTo(NaiveFigure.count(1));
        assertThat(country().figure(Set.of("GM0363"), "population", DATE)).isEqualTo(NaiveFigure.count(0));
        assertThat(country().adultsByGroup(BOTH, DATE)).containsEntry(NaiveGroup.SOCIAL_ASSISTANCE, 2);
    }

    @Test
    void aMoveBetweenTwoMunicipalitiesOfAnAreaIsAnArrivalAndADeparture() {
        assertThat(country().figure(BOTH, "arrivals", DATE)).isEqualTo(NaiveFigure.count(1));
        assertThat(country().figure(BOTH, "departures.5y", DATE)).isEqualTo(NaiveFigure.count(1));
        assertThat(country().figure(BOTH, "adult-arrivals.social-assistance", DATE))
                .isEqualTo(NaiveFigure.count(1));
    }

    @Test
    void sharesAreOfWhatIsAdded() {
        // anna in Brunssum, bram in Heerlen; before the move both lived in Heerlen, and bram alone received.
        assertThat(country().figure(BOTH, "any.recipients.share", DATE)).isEqualTo(new NaiveFigure(2, 2.0, 1.0));
        assertThat(country().figure(BOTH, "any.recipients.share", LocalDate.parse("2015-02-28")))
                .isEqualTo(new NaiveFigure(1, 2.0, 0.5));
        assertThat(country().figure(BOTH, "adult-arrivals.social-assistance.share.5y", DATE))
                .isEqualTo(new NaiveFigure(1, 1.0, 1.0));
        assertThat(country().figure(Set.of(), "any.recipients.share", DATE)).isEqualTo(new NaiveFigure(0, 0.0, null));
    }

    @Test
    void indicesAreOverTheBuurtenOfAllMunicipalities() {
        List<Event> apart = Lives.of(
                resident("anna").livesIn(IN_BRUNSSUM).from("2014-01-01"),
                resident("bram")
                        .livesIn(PASSART)
                        .from("2014-01-01")
                        .receives(SOCIAL_ASSISTANCE)
                        .from("2014-01-01"));
        NaiveCountry country = new NaiveCountry(BOTH, Published.all(apart), GEOGRAPHY);

        for (String name : List.of("dissimilarity", "isolation", "theil", "gini")) {
            assertThat(country.figure(BOTH, "any." + name, DATE).value())
                    .as(name)
                    .isEqualTo(1);
            // There is nobody but bram.
            assertThat(country.figure(Set.of(HEERLEN), "any." + name, DATE).value())
                    .as(name)
                    .isNull();
        }
    }

    @Test
    void ofOneMunicipalityAllIsAsThere() {
        List<Published> world = Published.all(Worlds.random(11, 30, 600));
        NaiveMunicipality heerlen = new NaiveMunicipality(HEERLEN, world, GEOGRAPHY);
        NaiveCountry country = new NaiveCountry(BOTH, world, GEOGRAPHY);
        for (String id : NaiveCountry.indicators()) {
            assertThat(country.figure(Set.of(HEERLEN), id, DATE)).as(id).isEqualTo(heerlen.figure(HEERLEN, id, DATE));
        }
    }

    @Test
    void whatAMoveWithinTheAreaWouldChangeIsLeftOut() {
        for (String id : List.of(
                "turnover.rate.5y",
                "net-migration.rate",
                "retention.1y",
                "kindergartners.not-toddlers.share",
                "any.location-quotient",
                "arrivals.share-of-municipality",
                "any.share-of-municipality")) {
            assertThat(NaiveMunicipality.indicators()).contains(id);
            assertThat(NaiveCountry.indicators()).doesNotContain(id);
            assertThatIllegalArgumentException().isThrownBy(() -> country().figure(BOTH, id, DATE));
        }
        assertThat(NaiveCountry.indicators())
                .contains("population", "arrivals.30d", "any.since-settlement.from.abroad", "any.duration.under-2y");
    }
}
