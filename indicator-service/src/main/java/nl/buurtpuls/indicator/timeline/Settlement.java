package nl.buurtpuls.indicator.timeline;

import nl.buurtpuls.contract.event.Place;

/**
 * That someone settled in the municipality on a day, as far as it is the last time they did: up to, not with, the day on
 * which they did so again, or were registered anew without coming from anywhere.
 */
public record Settlement(int from, int to, Place origin) {

    public Days days() {
        return Days.between(from, to);
    }
}
