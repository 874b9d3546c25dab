package nl.buurtpuls.report.segregation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

class ChangeTest {

    private static final Offset<Double> NINE_DIGITS = within(1e-9);

    /** Two wijken of two buurten each. */
    private static final List<String> BUURTEN = List.of("BU09171000", "BU09171001", "BU09171100", "BU09171101");

    private static final List<Term> FIVE =
            List.of(Term.ADDITIONS, Term.REMOVALS, Term.GROUP_MARGINAL, Term.UNIT_MARGINAL, Term.STRUCTURAL);

    private static double value(Map<Term, Double> terms, Term term) {
        return Objects.requireNonNull(terms.get(term), term.code());
    }

    private static Map<Term, Double> change(int units, int groups, long[] before, long[] after) {
        return Change.over(BUURTEN.subList(0, units), groups).of(before, after);
    }

    @Test
    void whereSizesStayOnlyStructureChanges() {
        Map<Term, Double> terms = change(2, 2, new long[] {50, 50, 50, 50}, new long[] {80, 20, 20, 80});

        assertThat(value(terms, Term.BEFORE)).isZero();
        assertThat(value(terms, Term.AFTER))
                .isCloseTo(Math.log(2) + 0.8 * Math.log(0.8) + 0.2 * Math.log(0.2), NINE_DIGITS);
        assertThat(value(terms, Term.STRUCTURAL)).isCloseTo(value(terms, Term.CHANGE), NINE_DIGITS);
        assertThat(value(terms, Term.GROUP_MARGINAL)).isCloseTo(0, NINE_DIGITS);
        assertThat(value(terms, Term.UNIT_MARGINAL)).isCloseTo(0, NINE_DIGITS);
    }

    @Test
    void unitsThatGrowWithTheirMixLeaveTheStructure() {
        long[] before = {25, 25, 28, 2, 2, 18};
        long[] after = {25, 25, 28, 2, 4, 36};

        Map<Term, Double> terms = change(3, 2, before, after);

        assertThat(value(terms, Term.STRUCTURAL)).isCloseTo(0, NINE_DIGITS);
        assertThat(Math.abs(value(terms, Term.UNIT_MARGINAL)))
                .isGreaterThan(Math.abs(value(terms, Term.GROUP_MARGINAL)));
        assertThat(Math.abs(value(terms, Term.CHANGE))).isGreaterThan(0.01);
    }

    @Test
    void aGroupThatGrowsEverywhereAlikeLeavesTheStructure() {
        Map<Term, Double> terms = change(3, 2, new long[] {25, 25, 28, 2, 2, 18}, new long[] {25, 75, 28, 6, 2, 54});

        assertThat(value(terms, Term.STRUCTURAL)).isCloseTo(0, NINE_DIGITS);
        assertThat(Math.abs(value(terms, Term.CHANGE))).isGreaterThan(0.01);
    }

    @Test
    void aUnitThatComesIsAnAdditionAndOneThatGoesARemoval() {
        long[] with = {30, 10, 10, 30, 50, 0};
        long[] without = {30, 10, 10, 30, 0, 0};

        Map<Term, Double> came = change(3, 2, without, with);
        Map<Term, Double> went = change(3, 2, with, without);

        assertThat(value(came, Term.ADDITIONS)).isCloseTo(value(came, Term.CHANGE), NINE_DIGITS);
        assertThat(value(came, Term.REMOVALS)).isZero();
        assertThat(value(went, Term.REMOVALS)).isCloseTo(value(went, Term.CHANGE), NINE_DIGITS);
        assertThat(value(went, Term.ADDITIONS)).isZero();
        assertThat(value(came, Term.STRUCTURAL)).isCloseTo(0, NINE_DIGITS);
    }

    @Test
    void betweenAndWithinMakeTheChangeAndSoDoTheFive() {
        Random random = new Random(10);
        for (int world = 0; world < 300; world++) {
            long[] before = counts(random, 4 * 3);
            long[] after = counts(random, 4 * 3);
            Map<Term, Double> terms = change(4, 3, before, after);
            if (terms.isEmpty()) {
                continue;
            }

            assertThat(terms).containsOnlyKeys(Term.values());
            assertThat(terms.values()).allMatch(Double::isFinite);
            assertThat(value(terms, Term.BETWEEN) + value(terms, Term.WITHIN))
                    .isCloseTo(value(terms, Term.CHANGE), NINE_DIGITS);
            assertThat(FIVE.stream().mapToDouble(term -> value(terms, term)).sum())
                    .isCloseTo(value(terms, Term.CHANGE), NINE_DIGITS);
        }
    }

    @Test
    void theOtherWayRoundInTimeTheTermsAreTheOpposite() {
        Random random = new Random(12);
        for (int world = 0; world < 100; world++) {
            long[] before = random.longs(12, 1, 40).toArray();
            long[] after = random.longs(12, 1, 40).toArray();
            Map<Term, Double> there = change(4, 3, before, after);
            Map<Term, Double> back = change(4, 3, after, before);

            for (Term term : List.of(Term.GROUP_MARGINAL, Term.UNIT_MARGINAL, Term.STRUCTURAL, Term.BETWEEN)) {
                assertThat(value(back, term)).as(term.code()).isCloseTo(-value(there, term), NINE_DIGITS);
            }
        }
    }

    @Test
    void nothingChangesWhereNothingDid() {
        long[] counts = {5, 0, 7, 3, 0, 0, 9, 100};

        Map<Term, Double> terms = change(4, 2, counts, counts.clone());

        for (Term term : FIVE) {
            assertThat(value(terms, term)).as(term.code()).isCloseTo(0, NINE_DIGITS);
        }
    }

    @Test
    void withoutTwoGroupsOnADateThereIsNone() {
        assertThat(change(2, 2, new long[] {5, 0, 5, 0}, new long[] {5, 1, 5, 2}))
                .isEmpty();
        assertThat(change(2, 2, new long[] {5, 1, 5, 2}, new long[4])).isEmpty();
    }

    @Test
    void fittingGivesTheMarginsAndKeepsTheOdds() {
        CrossTable structure = CrossTable.of(2, new long[] {40, 10, 5, 20, 7, 7});
        CrossTable fitted = ProportionalFit.of(structure, new double[] {0.5, 0.2, 0.3}, new double[] {0.1, 0.9});

        assertThat(fitted.ofUnits()).usingComparatorWithPrecision(1e-9).containsExactly(0.5, 0.2, 0.3);
        assertThat(fitted.ofGroups()).usingComparatorWithPrecision(1e-9).containsExactly(0.1, 0.9);
        for (int unit = 1; unit < 3; unit++) {
            assertThat(odds(fitted, unit)).isCloseTo(odds(structure, unit), within(1e-7));
        }
    }

    private static double odds(CrossTable table, int unit) {
        return table.persons(0, 0) * table.persons(unit, 1) / (table.persons(0, 1) * table.persons(unit, 0));
    }

    private static long[] counts(Random random, int cells) {
        return Arrays.stream(random.longs(cells, -15, 40).toArray())
                .map(n -> Math.max(0, n))
                .toArray();
    }
}
