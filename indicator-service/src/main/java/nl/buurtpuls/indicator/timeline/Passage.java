package nl.buurtpuls.indicator.timeline;

import nl.buurtpuls.contract.event.Place;

/** A step across a border in a life, on a day. Several may fall on one day; each counts as a flow. */
public sealed interface Passage {

    int day();

    record Birth(int day, String buurt) implements Passage {}

    record Death(int day, String buurt) implements Passage {}

    /** From outside the municipality. */
    record Arrival(int day, String buurt, Place origin) implements Passage {}

    /** To outside the municipality. */
    record Departure(int day, String buurt) implements Passage {}

    /** From one address to another in the municipality; maybe within one buurt. */
    record Move(int day, String from, String to) implements Passage {}
}
