package nl.buurtpuls.benchmark.peers;

import java.util.List;

/** Where a database gets its rows from. */
@FunctionalInterface
interface Inbox extends AutoCloseable {
    /** All that is there and was not read before. */
    List<Mutation> read();

    @Override
    default void close() {}
}
