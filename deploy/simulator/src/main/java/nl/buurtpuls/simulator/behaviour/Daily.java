package nl.buurtpuls.simulator.behaviour;

/** Something that may happen on any day. */
public interface Daily {

    /** Lets it happen as often as it does on the town's day. */
    void live();
}
