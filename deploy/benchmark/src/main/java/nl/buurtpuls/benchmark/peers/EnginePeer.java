package nl.buurtpuls.benchmark.peers;

import java.time.Duration;
import java.util.Optional;
import nl.buurtpuls.benchmark.recount.Cell;
import nl.buurtpuls.benchmark.recount.Cells;
import nl.buurtpuls.benchmark.recount.OutputTopic;
import nl.buurtpuls.benchmark.replay.CatchUp;
import nl.buurtpuls.benchmark.replay.StreamsGroup;
import nl.buurtpuls.local.process.Progress;
import nl.buurtpuls.local.stack.Service;
import nl.buurtpuls.local.stack.Stack;
import org.apache.kafka.clients.admin.Admin;

/** Buurtpuls itself: indicator-service, a process of its own, with its whole catalogue. */
final class EnginePeer implements Peer {
    private static final Duration LOOK = Duration.ofMillis(100);

    private final Stack stack;
    private final Progress progress;
    private final Admin admin;
    private final StreamsGroup group;
    private final OutputTopic ledger;

    EnginePeer(Stack stack, Progress progress) throws InterruptedException {
        this.stack = stack;
        this.progress = progress;
        this.admin = stack.kafka().admin();
        this.group = StreamsGroup.ofIndicatorService(stack, admin);
        this.ledger = OutputTopic.ledger(stack.kafka().bootstrapServers());
    }

    @Override
    public String name() {
        return "Buurtpuls, all of its figures";
    }

    @Override
    public Duration begin() throws InterruptedException {
        long start = System.nanoTime();
        stack.restart(Service.INDICATOR);
        return Duration.ofNanos(CatchUp.watch(group, LOOK, progress).last().nanos() - start);
    }

    @Override
    public void catchUp() throws InterruptedException {
        CatchUp.watch(group, LOOK, progress);
    }

    @Override
    public Optional<Long> awaitCell(Cell cell, long value) {
        return ledger.await(cell, value);
    }

    @Override
    public Cells cells() {
        return ledger.read();
    }

    @Override
    public void close() {
        ledger.close();
        admin.close();
    }
}
