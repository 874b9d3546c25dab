package nl.buurtpuls.local.process;

/** Where progress is told, a line at a time. */
@FunctionalInterface
public interface Progress {
    /** Says nothing. */
    Progress SILENT = line -> {};

    void say(String line);
}
