package nl.buurtpuls.oracle;

import static nl.buurtpuls.contract.event.Scheme.DISABILITY;
import static nl.buurtpuls.contract.event.Scheme.OTHER;
import static nl.buurtpuls.contract.event.Scheme.SOCIAL_ASSISTANCE;
import static nl.buurtpuls.contract.event.Scheme.UNEMPLOYMENT;
import static nl.buurtpuls.oracle.Asked.heerlen;
import static nl.buurtpuls.oracle.Asked.value;
import static nl.buurtpuls.oracle.Lives.CENTRUM;
import static nl.buurtpuls.oracle.Lives.HEERLEN;
import static nl.buurtpuls.oracle.Lives.PASSART;
import static nl.buurtpuls.oracle.Lives.UTERWEG;
import static nl.buurtpuls.oracle.Lives.WEGGEBEKKER;
import static nl.buurtpuls.oracle.Lives.resident;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import nl.buurtpuls.contract.event.Event;
import nl.buurtpuls.oracle.NaiveIndices.Unit;
import org.junit.jupiter.api.Test;

/** The oracle against figures published and worked out by hand: how recipients are spread. */
class OracleConcentrationTest {

    private static final LocalDate DATE = LocalDate.parse("2015-01-01");

    /** The units of the checks in the catalogue of indicators. */
    private static final NaiveIndices PUBLISHED = new NaiveIndices(List.of(
            new Unit(105_891, 105_891 + 56_419),
            new Unit(331_836, 331_836 + 206_643),
            new Unit(149_025, 149_025 + 48_120),
            new Unit(0, 0)));

    @Test
    void indicesAreThoseThatWerePublished() {
        assertThat(PUBLISHED.dissimilarity()).isCloseTo(0.099346749779882, within(1e-12));
        assertThat(PUBLISHED.isolation()).isCloseTo(0.658244869672131, within(1e-12));
        assertThat(PUBLISHED.theil()).isCloseTo(0.0111514471973371, within(1e-12));
        assertThat(PUBLISHED.gini()).isCloseTo(0.116652387629, within(1e-12));
        // (100, 60, 40, 0) against (0, 40, 60, 100).
        NaiveIndices graded =
                new NaiveIndices(List.of(new Unit(100, 100), new Unit(60, 100), new Unit(40, 100), new Unit(0, 100)));
        assertThat(graded.dissimilarity()).isCloseTo(0.6, within(1e-12));
    }

    @Test
    void wholeSegregationIsOneAndNoneIsZero() {
        NaiveIndices apart = new NaiveIndices(List.of(new Unit(5, 5), new Unit(0, 7)));
        NaiveIndices even = new NaiveIndices(List.of(new Unit(2, 8), new Unit(1, 4)));

        assertThat(Arrays.asList(apart.dissimilarity(), apart.isolation(), apart.theil(), apart.gini()))
                .allSatisfy(index -> assertThat(index).isCloseTo(1, within(1e-12)));
        assertThat(Arrays.asList(even.dissimilarity(), even.theil(), even.gini()))
                .allSatisfy(index -> assertThat(index).isCloseTo(0, within(1e-12)));
        // Who is spread evenly meets their own part.
        assertThat(even.isolation()).isCloseTo(0.25, within(1e-12));
    }

    @Test
    void withoutGroupOrWithoutOthersAnIndexIsUndefined() {
        for (NaiveIndices undefined : List.of(
                new NaiveIndices(List.of()),
                new NaiveIndices(List.of(new Unit(0, 3))),
                new NaiveIndices(List.of(new Unit(3, 3), new Unit(2, 2))))) {
            assertThat(undefined.dissimilarity()).isNull();
            assertThat(undefined.isolation()).isNull();
            assertThat(undefined.theil()).isNull();
            assertThat(undefined.gini()).isNull();
        }
    }

    /**
     * Adult recipients of the adults: Weggebekker 2 of 2, Uterweg 0 of 2, Passart 1 of 5, Centrum 1 of 6; in Passart and
     * Centrum a minor receives too.
     */
    private static List<Event> town() {
        List<Event> events = new ArrayList<>();
        people(WEGGEBEKKER, 2, 2, events);
        people(UTERWEG, 2, 0, events);
        people(PASSART, 5, 1, events);
        people(CENTRUM, 6, 1, events);
        for (String buurt : List.of(PASSART, CENTRUM)) {
            events.addAll(resident("child-" + buurt)
                    .bornOn("2005-01-01")
                    .livesIn(buurt)
                    .from("2014-01-01")
                    .receives(SOCIAL_ASSISTANCE)
                    .from("2014-01-01")
                    .events());
        }
        return events;
    }

    private static void people(String buurt, int adults, int recipients, List<Event> events) {
        for (int i = 0; i < adults; i++) {
            Lives adult = resident(buurt + "-" + i).livesIn(buurt).from("2014-01-01");
            events.addAll((i < recipients ? adult.receives(SOCIAL_ASSISTANCE).from("2014-01-01") : adult).events());
        }
    }

    @Test
    void theLocationQuotientComparesTheShareAmongAdultsWithTheMunicipalitys() {
        NaiveMunicipality heerlen = heerlen(town());

        // Passart 1 of 5, Heerlen 4 of 15.
        assertThat(value(heerlen, PASSART, "social-assistance.location-quotient", "2015-01-01"))
                .isCloseTo(0.75, within(1e-12));
        assertThat(value(heerlen, "WK091720", "social-assistance.location-quotient", "2015-01-01"))
                .isCloseTo(0.5 * 15 / 4, within(1e-12));
        assertThat(value(heerlen, HEERLEN, "any.location-quotient", "2015-01-01"))
                .isEqualTo(1);
        // No adults there; nobody in Heerlen receives it.
        assertThat(heerlen.figure("BU09174200", "any.location-quotient", DATE).value())
                .isNull();
        assertThat(heerlen.figure(PASSART, "disability.location-quotient", DATE).value())
                .isNull();
    }

    @Test
    void hyperconcentrationIsThePartOfRecipientsInBuurtenWithAFifthOrMoreOfTheAdults() {
        NaiveMunicipality heerlen = heerlen(town());

        // Of all ages: Weggebekker's 2 and Passart's 2, exactly a fifth, of 6; Centrum's sixth is too little.
        assertThat(heerlen.figure(HEERLEN, "social-assistance.hyperconcentration", DATE))
                .isEqualTo(new NaiveFigure(4, 6.0, 4 / 6.0));
        assertThat(heerlen.figure("HN", "social-assistance.hyperconcentration", DATE))
                .isEqualTo(new NaiveFigure(4, 4.0, 1.0));
        assertThat(heerlen.figure("WK091733", "social-assistance.hyperconcentration", DATE))
                .isEqualTo(new NaiveFigure(0, 2.0, 0.0));
        assertThat(heerlen.figure(HEERLEN, "disability.hyperconcentration", DATE))
                .isEqualTo(new NaiveFigure(0, 0.0, null));
    }

    @Test
    void aBuurtWithoutAdultsIsNoConcentration() {
        NaiveMunicipality heerlen = heerlen(resident("child")
                .bornOn("2005-01-01")
                .livesIn(PASSART)
                .from("2014-01-01")
                .receives(SOCIAL_ASSISTANCE)
                .from("2014-01-01")
                .events());

        assertThat(heerlen.figure(HEERLEN, "any.hyperconcentration", DATE)).isEqualTo(new NaiveFigure(0, 1.0, 0.0));
        assertThat(heerlen.figure(HEERLEN, "any.dissimilarity", DATE).value()).isNull();
    }

    @Test
    void indicesAreOverTheAdultsOfTheBuurtenOfTheArea() {
        NaiveMunicipality heerlen = heerlen(town());

        // 20: 2 of 2 against 0 of 2.
        assertThat(value(heerlen, "WK091720", "social-assistance.dissimilarity", "2015-01-01"))
                .isCloseTo(1, within(1e-12));
        // Heerlen: recipients 2 0 1 1 of 4, others 0 2 4 5 of 11.
        assertThat(value(heerlen, HEERLEN, "social-assistance.dissimilarity", "2015-01-01"))
                .isCloseTo((2 / 4.0 + 2 / 11.0 + (4 / 11.0 - 1 / 4.0) + (5 / 11.0 - 1 / 4.0)) / 2, within(1e-12));
        assertThat(value(heerlen, HEERLEN, "social-assistance.isolation", "2015-01-01"))
                .isCloseTo(2 / 4.0 * 1 + 1 / 4.0 / 5 + 1 / 4.0 / 6, within(1e-12));
        // Passart is the one buurt of its wijk with anyone: no difference between units.
        assertThat(value(heerlen, "WK091721", "social-assistance.gini", "2015-01-01"))
                .isZero();
        // Sum over pairs of units of t t |p - p|: WU 4, WP 8, WC 10, UP 2, UC 2, PC 1, each twice.
        assertThat(value(heerlen, HEERLEN, "social-assistance.gini", "2015-01-01"))
                .isCloseTo(2 * 27 / (2.0 * 4 * 11), within(1e-12));
        // Nobody in Heerlen receives it.
        assertThat(heerlen.figure(HEERLEN, "disability.theil", DATE).value()).isNull();
    }

    @Test
    void aBuurtHasNoIndexOverItsBuurten() {
        NaiveMunicipality heerlen = heerlen(town());
        for (String name : NaiveConcentration.NAMES_ABOVE_BUURT) {
            assertThat(NaiveMunicipality.indicators(PASSART)).doesNotContain("any." + name);
            assertThat(NaiveMunicipality.indicators(HEERLEN)).contains("any." + name);
            assertThatIllegalArgumentException().isThrownBy(() -> heerlen.figure(PASSART, "any." + name, DATE));
        }
        assertThat(NaiveMunicipality.indicators(PASSART)).contains("any.location-quotient");
    }

    @Test
    void eachAdultIsInTheFirstGroupWhoseSchemeRuns() {
        NaiveMunicipality heerlen = heerlen(Lives.of(
                resident("anna")
                        .livesIn(PASSART)
                        .from("2014-01-01")
                        .receives(UNEMPLOYMENT)
                        .from("2014-01-01")
                        .receives(DISABILITY)
                        .from("2014-01-01")
                        .receives(SOCIAL_ASSISTANCE)
                        .from("2015-01-01"),
                resident("bram")
                        .livesIn(PASSART)
                        .from("2014-01-01")
                        .receives(OTHER)
                        .from("2014-01-01")
                        .receives(UNEMPLOYMENT)
                        .from("2014-01-01"),
                resident("cees")
                        .livesIn(PASSART)
                        .from("2014-01-01")
                        .receives(OTHER)
                        .from("2014-01-01"),
                resident("dora").livesIn(PASSART).from("2014-01-01"),
                resident("emma")
                        .bornOn("2010-01-01")
                        .livesIn(PASSART)
                        .from("2014-01-01")
                        .receives(DISABILITY)
                        .from("2014-01-01")));

        assertThat(heerlen.adultsByGroup(PASSART, DATE.minusDays(1)))
                .isEqualTo(Map.of(
                        NaiveGroup.SOCIAL_ASSISTANCE,
                        0,
                        NaiveGroup.DISABILITY,
                        1,
                        NaiveGroup.UNEMPLOYMENT,
                        1,
                        NaiveGroup.OTHER,
                        1,
                        NaiveGroup.NONE,
                        1));
        assertThat(heerlen.adultsByGroup(HEERLEN, DATE))
                .containsEntry(NaiveGroup.SOCIAL_ASSISTANCE, 1)
                .containsEntry(NaiveGroup.DISABILITY, 0);
    }
}
