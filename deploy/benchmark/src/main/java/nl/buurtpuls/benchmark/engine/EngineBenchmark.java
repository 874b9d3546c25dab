package nl.buurtpuls.benchmark.engine;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import nl.buurtpuls.contract.area.AreaTable;
import nl.buurtpuls.contract.event.Event;
import nl.buurtpuls.contract.event.EventData;
import nl.buurtpuls.contract.event.EventJson;
import nl.buurtpuls.contract.event.Subject;
import nl.buurtpuls.contract.indicator.LedgerKey;
import nl.buurtpuls.indicator.contribution.PersonContributions;
import nl.buurtpuls.indicator.dossier.Dossier;
import nl.buurtpuls.indicator.dossier.DossierCodec;
import nl.buurtpuls.indicator.engine.Changes;
import nl.buurtpuls.indicator.engine.Engine;
import nl.buurtpuls.indicator.engine.Tables;
import nl.buurtpuls.indicator.ledger.OpenCell;
import nl.buurtpuls.indicator.ledger.Page;
import nl.buurtpuls.indicator.ledger.PageKey;
import nl.buurtpuls.indicator.ledger.Posting;
import nl.buurtpuls.indicator.timeline.Finding;
import nl.buurtpuls.indicator.timeline.Life;
import nl.buurtpuls.indicator.timeline.Timeline;
import nl.buurtpuls.simulator.Settings;
import nl.buurtpuls.simulator.Simulation;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;
import org.openjdk.jmh.infra.Blackhole;

/**
 * The steps of an event's way, each over the same lives: parse, take the dossier from its bytes, fold it, book what
 * its timeline contributes; and the whole, for a town that fills from nothing.
 *
 * <pre>java -cp 'deploy/benchmark/target/benchmark.jar:deploy/benchmark/target/lib/*' org.openjdk.jmh.Main EngineBenchmark</pre>
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 3, time = 2)
@Measurement(iterations = 5, time = 2)
@Fork(1)
public class EngineBenchmark {

    private static final String HEERLEN = "GM0917";
    private static final int LIVES = 1_000;
    private static final int EVENTS = 20_000;
    private static final int EVENTS_A_MOMENT = 1_000;
    private static final double SCALE = 0.1;

    private record Lived(Subject subject, byte[] dossier, List<Event> standing, Timeline timeline) {}

    private final AreaTable areas = AreaTable.shipped();
    private final PersonContributions contributions = new PersonContributions(areas);
    private final List<Event> events = new ArrayList<>();
    private final List<byte[]> data = new ArrayList<>();
    private final List<Lived> lives = new ArrayList<>();
    private Engine engine = empty();

    /** Ten years of a tenth of Heerlen: its first events, and the persons with the longest dossiers among others. */
    @Setup
    public void live() {
        Map<Subject, Dossier> dossiers = new HashMap<>();
        Simulation.run(
                new Settings(Settings.DEFAULT_SEED, Settings.DEFAULT_FROM, LocalDate.of(2024, 1, 1), SCALE), event -> {
                    if (!event.data().concerns(HEERLEN) || event.data() instanceof EventData.Retraction) {
                        return;
                    }
                    if (events.size() < EVENTS) {
                        events.add(event);
                        data.add(EventJson.write(event.data()));
                    }
                    if (event.data().subject() instanceof Subject.Person person) {
                        dossiers.merge(person, Dossier.EMPTY.with(event), (known, any) -> known.with(event));
                    }
                });
        dossiers.entrySet().stream()
                .sorted(Comparator.comparing(entry -> entry.getKey().id()))
                .limit(LIVES)
                .forEach(entry -> {
                    List<Event> standing = entry.getValue().standing(HEERLEN);
                    lives.add(new Lived(
                            entry.getKey(),
                            DossierCodec.encode(entry.getValue()),
                            standing,
                            Life.of(HEERLEN, standing)));
                });
    }

    @Setup(Level.Invocation)
    public void leave() {
        engine = empty();
    }

    @Benchmark
    @OperationsPerInvocation(EVENTS)
    public void parse(Blackhole sink) {
        for (int i = 0; i < EVENTS; i++) {
            sink.consume(EventJson.read(events.get(i).data().type(), data.get(i)));
        }
    }

    @Benchmark
    @OperationsPerInvocation(LIVES)
    public void readDossier(Blackhole sink) {
        lives.forEach(life -> sink.consume(DossierCodec.decode(life.subject(), life.dossier())));
    }

    @Benchmark
    @OperationsPerInvocation(LIVES)
    public void fold(Blackhole sink) {
        lives.forEach(life -> sink.consume(Life.of(HEERLEN, life.standing())));
    }

    @Benchmark
    @OperationsPerInvocation(LIVES)
    public void contribute(Blackhole sink) {
        lives.forEach(life -> {
            Posting posting = new Posting();
            contributions.post(HEERLEN, Timeline.EMPTY, life.timeline(), posting);
            sink.consume(posting);
        });
    }

    @Benchmark
    @OperationsPerInvocation(EVENTS)
    public void apply(Blackhole sink) {
        Told told = new Told(sink);
        for (int i = 0; i < events.size(); i++) {
            engine.apply(HEERLEN, events.get(i), told);
            if (i % EVENTS_A_MOMENT == EVENTS_A_MOMENT - 1) {
                engine.tell(HEERLEN, (page, series, value, change) -> sink.consume(value));
            }
        }
    }

    private Engine empty() {
        return new Engine(
                areas,
                new Tables(
                        new ByteTable(),
                        new ByteTable(),
                        new ByteTable(),
                        new ByteTable(),
                        new ByteTable(),
                        new ByteTable(),
                        new ByteTable(),
                        new ByteTable()));
    }

    private record Told(Blackhole sink) implements Changes {
        @Override
        public void page(PageKey page, Page more) {
            sink.consume(more);
        }

        @Override
        public void openCell(OpenCell cell, long value, long n) {
            sink.consume(value);
        }

        @Override
        public void finding(Finding finding) {
            sink.consume(finding);
        }

        @Override
        public void residue(LedgerKey cell, long value) {
            sink.consume(value);
        }
    }
}
