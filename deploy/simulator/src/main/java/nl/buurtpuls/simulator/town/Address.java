package nl.buurtpuls.simulator.town;

import nl.buurtpuls.contract.event.Tenure;
import org.jspecify.annotations.Nullable;

/** A place to live: a registered dwelling, or a room or an institution, of which the register has none. */
public final class Address extends Pool.Item {

    private final @Nullable String dwelling;
    private final Buurt buurt;
    private final long wozValue;
    private Tenure tenure;
    /** Households that live here. */
    int households;

    Address(@Nullable String dwelling, Buurt buurt, Tenure tenure, long wozValue) {
        this.dwelling = dwelling;
        this.buurt = buurt;
        this.tenure = tenure;
        this.wozValue = wozValue;
    }

    /** The register's name of the dwelling; {@code null} for a room or an institution. */
    public @Nullable String dwelling() {
        return dwelling;
    }

    public Buurt buurt() {
        return buurt;
    }

    public Tenure tenure() {
        return tenure;
    }

    /** Value in EUR; 0 if there is no dwelling. */
    long wozValue() {
        return wozValue;
    }

    void setTenure(Tenure next) {
        tenure = next;
    }

    /** Whether more than one household lives here. */
    public boolean isShared() {
        return households > 1;
    }
}
