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
    private boolean changed = true;
    private long oldestMutation = Long.MAX_VALUE;

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
        changed = true;
        long settled = key.area().equals(municipality) ? more.value(POPULATION) : 0;
        if (settled != 0) {
            residents.merge(key.day(), settled, (a, b) -> a + b == 0 ? null : a + b);
        }
    }

    /** A mutation came that was published at this time (epoch milliseconds). */
    void mutated(long publishedAt) {
        oldestMutation = Math.min(oldestMutation, publishedAt);
        changed = true;
    }

    /** Goes on to today, if that is later. */
    void turnTo(LocalDate today, MunicipalitySums.Pages pages) {
        if (today.isAfter(sums.date())) {
            sums.turnTo(today, pages);
            changed = true;
        }
    }

    boolean isChanged() {
        return changed;
    }

    /** First day on which the municipality has a resident; {@code null} if it has none. */
    @Nullable
    LocalDate dataFrom() {
        return residents.isEmpty() ? null : LocalDate.ofEpochDay(residents.firstKey());
    }

    /** Publication of the oldest mutation that has not gone out, {@link Long#MAX_VALUE} if there is none. */
    long takeOldestMutation() {
        long oldest = oldestMutation;
        oldestMutation = Long.MAX_VALUE;
        changed = false;
        return oldest;
    }
}
