package nl.buurtpuls.benchmark.peers;

import java.time.Duration;
import java.util.Optional;
import nl.buurtpuls.benchmark.recount.Cell;
import nl.buurtpuls.benchmark.recount.Cells;

/** One way to make the figures from the topic of mutations. */
interface Peer extends AutoCloseable {
    String name();

    /** Works off all that the topic holds, from nothing, and tells how long that took from the first record on. */
    Duration begin() throws InterruptedException;

    /** Works off what has come since. */
    void catchUp() throws InterruptedException;

    /** Waits until a cell has the value that a mutation, which is in the topic, gives it; empty if it never does. */
    Optional<Long> awaitCell(Cell cell, long value) throws InterruptedException;

    /** What it has counted. */
    Cells cells() throws InterruptedException;

    @Override
    void close();
}
