package nl.buurtpuls.local.load;

import java.nio.file.Path;

/** What to put into a stack once it is up. */
public sealed interface Load {
    /** Nothing: the data that are there stay as they are. */
    record Nothing() implements Load {}

    /** The synthetic Heerlen, from 2014 up to the day of its first load. */
    record Sample() implements Load {}

    /**
     * The events of a file.
     *
     * @param path NDJSON, one event a line; packed with gzip if its name ends in {@code .gz}
     */
    record EventFile(Path path) implements Load {}
}
