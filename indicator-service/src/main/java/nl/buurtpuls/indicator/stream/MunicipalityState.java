package nl.buurtpuls.indicator.stream;

import java.time.LocalDate;
import java.util.TreeMap;
import nl.buurtpuls.contract.area.AreaTable;
import nl.buurtpuls.contract.indicator.Measure;
import nl.buurtpuls.contract.indicator.Series;
import nl.buurtpuls.indicator.ledger.Page;
import nl.buurtpuls.indicator.ledger.PageKey;
import nl.buurtpuls.indicator.window.MunicipalitySums;
import org.jspecify.annotations.Nullable;

/** What a task keeps in memory of a municipality: all of it follows from the stores. */
final class MunicipalityState {

    private static final Series POPULATION = Series.of(Measure.POPULATION);

    private final String municipality;
    private final MunicipalitySums sums;
    private final Above above;
    /** By how much the number of residents changes, on each day on which it does. */
    private final TreeMap<Integer, Long> residents = new TreeMap<>();

    private boolean register;
    private final PendingChange pending = new PendingChange();

    MunicipalityState(AreaTable areas, String municipality, LocalDate date, boolean register, Above above) {
        this.municipality = municipality;
        this.sums = MunicipalitySums.empty(areas, municipality, date);
        this.register = register;
        this.above = above;
    }

    /** Whether the municipality's own register has sent anything. */
    boolean hasRegister() {
        return register;
    }

    void noteRegister() {
        register = true;
    }

    MunicipalitySums sums() {
        return sums;
    }

    /** The areas above the municipality. */
    Above above() {
        return above;
    }

    /** A page has more by these cells. */
    void post(PageKey key, Page more) {
        sums.post(key, more);
        pending.change();
        long settled = key.area().equals(municipality) ? more.value(POPULATION) : 0;
        if (settled != 0) {
            residents.merge(key.day(), settled, (a, b) -> a + b == 0 ? null : a + b);
        }
    }

    /** Goes on to a later day. */
    void turnTo(LocalDate today, MunicipalitySums.Pages pages) {
        sums.turnTo(today, pages);
        pending.change();
    }

    /** What has not gone out of its figures. */
    PendingChange pending() {
        return pending;
    }

    /** First day on which the municipality has a resident; {@code null} if it has none. */
    @Nullable
    LocalDate dataFrom() {
        return residents.isEmpty() ? null : LocalDate.ofEpochDay(residents.firstKey());
    }
}
