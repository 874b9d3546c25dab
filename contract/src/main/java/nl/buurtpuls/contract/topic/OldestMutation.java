package nl.buurtpuls.contract.topic;

/** When the oldest of the mutations was published that a record follows from: so it is known how fresh a figure is. */
public final class OldestMutation {

    /** A header of epoch milliseconds, in digits. */
    public static final String HEADER = "buurtpuls-oldest-mutation";

    private OldestMutation() {}
}
