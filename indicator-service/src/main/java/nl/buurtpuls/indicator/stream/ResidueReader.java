package nl.buurtpuls.indicator.stream;

import java.util.Map;

/** Reads what the topic of residues holds. */
@FunctionalInterface
public interface ResidueReader {

    /** The last value of each key in a partition. */
    Map<String, String> read(int partition);
}
