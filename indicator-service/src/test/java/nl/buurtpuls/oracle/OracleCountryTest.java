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
        assertThat(country().sum(BOTH, "population", DATE)).isEqualTo(NaiveFigure.count(2));
        assertThat(country().sum(BOTH, "social-assistance.recipients", DATE)).isEqualTo(NaiveFigure.count(2));
        assertThat(country().sum(Set.of(HEERLEN), "social-assistance.recipients", DATE))
                .isEqualTo(NaiveFigure.count(1));
        assertThat(country().sum(Set.of("GM0363"), "population", DATE)).isEqualTo(NaiveFigure.count(0));
        assertThat(country().adultsByGroup(BOTH, DATE)).containsEntry(NaiveGroup.SOCIAL_ASSISTANCE, 2);
    }

    @Test
    void aMoveBetweenTwoMunicipalitiesOfAnAreaIsAnArrivalAndADeparture() {
        assertThat(country().sum(BOTH, "arrivals", DATE)).isEqualTo(NaiveFigure.count(1));
        assertThat(country().sum(BOTH, "departures.5y", DATE)).isEqualTo(NaiveFigure.count(1));
        assertThat(country().sum(BOTH, "adult-arrivals.social-assistance", DATE))
                .isEqualTo(NaiveFigure.count(1));
    }

    @Test
    void onlyCountsAddUp() {
        NaiveMunicipality heerlen = new NaiveMunicipality(HEERLEN, Published.all(EVENTS), GEOGRAPHY);
        for (String id : NaiveCountry.indicators()) {
            assertThat(heerlen.figure(HEERLEN, id, DATE).denominator()).as(id).isNull();
        }
        for (String id : List.of("turnover.rate.5y", "any.gini", "retention.1y", "any.recipients.share")) {
            assertThat(NaiveCountry.indicators()).doesNotContain(id);
            assertThatIllegalArgumentException().isThrownBy(() -> country().sum(BOTH, id, DATE));
        }
        assertThat(NaiveCountry.indicators())
                .contains("population", "arrivals.30d", "any.since-settlement.from.abroad", "any.duration.under-2y");
    }
}
