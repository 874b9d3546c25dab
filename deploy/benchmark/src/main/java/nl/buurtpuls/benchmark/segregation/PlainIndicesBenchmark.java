package nl.buurtpuls.benchmark.segregation;

import java.util.Arrays;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import nl.buurtpuls.contract.segregation.PlainIndices;
import nl.buurtpuls.contract.segregation.Units;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/**
 * All plain indices of Heerlen, of a large municipality and of the country, which is to take less than 50 ms:
 *
 * <pre>java -cp 'deploy/benchmark/target/benchmark.jar:deploy/benchmark/target/lib/*' org.openjdk.jmh.Main</pre>
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(1)
public class PlainIndicesBenchmark {

    private static final int LARGEST_BUURT = 3_000;

    /** Number of buurten. */
    @Param({"57", "500", "14500"})
    public int units;

    private long[] members = {};
    private long[] totals = {};

    @Setup
    public void fill() {
        Random random = new Random(units);
        totals = random.longs(units, 1, LARGEST_BUURT).toArray();
        members = Arrays.stream(totals).map(total -> random.nextLong(total)).toArray();
    }

    @Benchmark
    public Optional<PlainIndices> plainIndices() {
        return PlainIndices.of(Units.of(members, totals));
    }
}
