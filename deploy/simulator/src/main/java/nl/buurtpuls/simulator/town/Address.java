package nl.buurtpuls.simulator.town;

import nl.buurtpuls.contract.event.Tenure;
import nl.buurtpuls.simulator.table.Buurt;
import org.jspecify.annotations.Nullable;

/** A place to live: a registered dwelling, or a room or a place in an institution, of which the register has none. */
public final class Address {

    private final @Nullable String dwelling;
    private final Buurt buurt;
    private final Tenure tenure;
    private final int room;
    /** Households that live here. */
    int households;

    Address(@Nullable String dwelling, Buurt buurt, Tenure tenure, int room) {
        this.dwelling = dwelling;
        this.buurt = buurt;
        this.tenure = tenure;
        this.room = room;
    }

    /** The register's name of the dwelling; {@code null} for a room or a place in an institution. */
    public @Nullable String dwelling() {
        return dwelling;
    }

    public Buurt buurt() {
        return buurt;
    }

    public Tenure tenure() {
        return tenure;
    }

    /** How many persons live here well. */
    public int room() {
        return room;
    }

    /** Whether more than one household lives here. */
    public boolean isShared() {
        return households > 1;
    }
}
