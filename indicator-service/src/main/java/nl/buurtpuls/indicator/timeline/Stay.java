package nl.buurtpuls.indicator.timeline;

import nl.buurtpuls.contract.event.Residence;

/** A spell of residence at one address, from a day up to, not with, another ({@link Days#FOREVER} while it lasts). */
public record Stay(Residence residence, int from, int to) {

    public Days days() {
        return Days.between(from, to);
    }
}
