package nl.buurtpuls.local.process;

/** Time since it was made; people read it in whole seconds. */
public final class Stopwatch {
    private final long start = System.nanoTime();

    public long seconds() {
        return (System.nanoTime() - start) / 1_000_000_000L;
    }

    public long millis() {
        return (System.nanoTime() - start) / 1_000_000L;
    }

    @Override
    public String toString() {
        return seconds() + " s";
    }
}
