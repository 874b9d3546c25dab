package nl.buurtpuls.contract.segregation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Assume;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** What holds of the plain indices whatever the units are. */
class PlainIndicesLawTest {

    /** Persons of one unit. */
    record Unit(long members, long others) {
        Unit times(long factor) {
            return new Unit(members * factor, others * factor);
        }
    }

    @Provide
    Arbitrary<List<Unit>> units() {
        Arbitrary<Long> persons = Arbitraries.oneOf(
                Arbitraries.longs().between(0, 8), Arbitraries.longs().between(0, 5_000));
        return Combinators.combine(persons, persons)
                .as(Unit::new)
                .list()
                .ofMinSize(1)
                .ofMaxSize(60);
    }

    @Property
    void allIndicesLieFromZeroToOneOrNoneIsDefined(@ForAll("units") List<Unit> units) {
        boolean hasBoth = units.stream().anyMatch(unit -> unit.members() > 0)
                && units.stream().anyMatch(unit -> unit.others() > 0);

        assertThat(PlainIndices.of(counts(units)).isPresent()).isEqualTo(hasBoth);
        PlainIndices.of(counts(units))
                .ifPresent(indices -> assertThat(values(indices)).allMatch(value -> value >= 0 && value <= 1));
    }

    @Property
    void giniIsTheDoubleSumOfItsDefinition(@ForAll("units") List<Unit> units) {
        Units counts = counts(units);
        Assume.that(counts.members() > 0 && counts.others() > 0);
        double p = (double) counts.members() / counts.total();
        double sum = 0;
        for (int i = 0; i < counts.size(); i++) {
            for (int j = 0; j < counts.size(); j++) {
                double difference =
                        (double) counts.members(i) / counts.total(i) - (double) counts.members(j) / counts.total(j);
                sum += (double) counts.total(i) * counts.total(j) * Math.abs(difference);
            }
        }
        double expected = sum / (2.0 * counts.total() * counts.total() * p * (1 - p));

        assertThat(indices(units).gini()).isCloseTo(expected, within(1e-12));
    }

    @Property
    void theilIsOneLessTheEntropyLeftWithinUnits(@ForAll("units") List<Unit> units) {
        Units counts = counts(units);
        Assume.that(counts.members() > 0 && counts.others() > 0);
        double left = 0;
        for (int i = 0; i < counts.size(); i++) {
            left += counts.total(i) * entropy((double) counts.members(i) / counts.total(i));
        }
        double whole = counts.total() * entropy((double) counts.members() / counts.total());

        assertThat(indices(units).theil()).isCloseTo(1 - left / whole, within(1e-11));
    }

    @Property
    void aUnitSplitIntoTwoOfTheSameMixChangesNothing(@ForAll("units") List<Unit> units, @ForAll Random random) {
        Assume.that(isDefined(units));
        List<Unit> whole = new ArrayList<>();
        List<Unit> split = new ArrayList<>();
        for (Unit unit : units) {
            int parts = 2 + random.nextInt(5);
            int first = 1 + random.nextInt(parts - 1);
            whole.add(unit.times(parts));
            split.add(unit.times(first));
            split.add(unit.times(parts - first));
        }

        assertSame(split, whole);
    }

    @Property
    void twiceAsManyOfAllChangesNothing(@ForAll("units") List<Unit> units) {
        Assume.that(isDefined(units));

        assertSame(units.stream().map(unit -> unit.times(2)).toList(), units);
    }

    @Property
    void theOrderOfUnitsChangesNothing(@ForAll("units") List<Unit> units, @ForAll Random random) {
        Assume.that(isDefined(units));
        List<Unit> shuffled = new ArrayList<>(units);
        Collections.shuffle(shuffled, random);

        assertSame(shuffled, units);
    }

    @Property
    void emptyUnitsChangeNothing(@ForAll("units") List<Unit> units) {
        Assume.that(isDefined(units));
        List<Unit> more = new ArrayList<>(units);
        more.add(units.size() / 2, new Unit(0, 0));

        assertSame(more, units);
    }

    /** Dissimilarity, Gini, Theil, eta² and Atkinson with b = ½ do not tell the group from the others. */
    @Property
    void whoIsCalledTheGroupMattersToIsolationOnly(@ForAll("units") List<Unit> units) {
        Assume.that(isDefined(units));
        PlainIndices one = indices(units);
        PlainIndices other = indices(units.stream()
                .map(unit -> new Unit(unit.others(), unit.members()))
                .toList());

        assertThat(other.dissimilarity()).isCloseTo(one.dissimilarity(), within(1e-12));
        assertThat(other.gini()).isCloseTo(one.gini(), within(1e-12));
        assertThat(other.theil()).isCloseTo(one.theil(), within(1e-12));
        assertThat(other.eta2()).isCloseTo(one.eta2(), within(1e-11));
        assertThat(other.atkinson()).isCloseTo(one.atkinson(), within(1e-12));
    }

    @Property
    void ofUnitsOfOneMixAllMeasuresOfUnevennessAreZero(@ForAll("units") List<Unit> units) {
        Units counts = counts(units);
        Assume.that(isDefined(units));
        PlainIndices even = indices(units.stream()
                .map(unit -> unit.members() + unit.others())
                .map(persons -> new Unit(persons * counts.members(), persons * counts.others()))
                .toList());

        assertThat(even.dissimilarity()).isCloseTo(0, within(1e-12));
        assertThat(even.gini()).isCloseTo(0, within(1e-12));
        assertThat(even.theil()).isCloseTo(0, within(1e-12));
        assertThat(even.eta2()).isCloseTo(0, within(1e-12));
        assertThat(even.atkinson()).isCloseTo(0, within(1e-12));
        assertThat(even.isolation()).isCloseTo((double) counts.members() / counts.total(), within(1e-12));
    }

    @Property
    void ofUnitsThatShareNobodyAllAreOne(@ForAll("units") List<Unit> units) {
        Assume.that(isDefined(units));
        PlainIndices apart = indices(units.stream()
                .flatMap(unit -> Stream.of(new Unit(unit.members(), 0), new Unit(0, unit.others())))
                .toList());

        assertThat(apart.dissimilarity()).isCloseTo(1, within(1e-12));
        assertThat(apart.gini()).isCloseTo(1, within(1e-12));
        assertThat(apart.theil()).isCloseTo(1, within(1e-12));
        assertThat(apart.isolation()).isCloseTo(1, within(1e-12));
        assertThat(apart.interaction()).isZero();
        assertThat(apart.eta2()).isCloseTo(1, within(1e-11));
        assertThat(apart.atkinson()).isCloseTo(1, within(1e-12));
    }

    private static void assertSame(List<Unit> actual, List<Unit> expected) {
        List<Double> values = values(indices(actual));
        List<Double> wanted = values(indices(expected));
        for (int i = 0; i < values.size(); i++) {
            assertThat(values.get(i)).as("index %d", i).isCloseTo(wanted.get(i), within(1e-11));
        }
    }

    private static double entropy(double share) {
        return share == 0 || share == 1 ? 0 : -(share * Math.log(share) + (1 - share) * Math.log(1 - share));
    }

    private static boolean isDefined(List<Unit> units) {
        return PlainIndices.of(counts(units)).isPresent();
    }

    private static PlainIndices indices(List<Unit> units) {
        return PlainIndices.of(counts(units)).orElseThrow();
    }

    private static List<Double> values(PlainIndices indices) {
        return List.of(
                indices.dissimilarity(),
                indices.gini(),
                indices.theil(),
                indices.isolation(),
                indices.interaction(),
                indices.eta2(),
                indices.atkinson());
    }

    private static Units counts(List<Unit> units) {
        return Units.of(
                units.stream().mapToLong(Unit::members).toArray(),
                units.stream().mapToLong(unit -> unit.members() + unit.others()).toArray());
    }
}
