package nl.buurtpuls.indicator.stream;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Supplier;
import nl.buurtpuls.contract.indicator.Measure;
import nl.buurtpuls.indicator.ledger.Cell;
import nl.buurtpuls.indicator.window.MunicipalitySums;
import org.jspecify.annotations.Nullable;

/** What a task keeps in memory of a municipality: all of it follows from the stores. */
final class MunicipalityState {

    private final MunicipalitySums sums;
    /** Fingerprint of each area's figures as they last went out. */
    private final Map<String, Long> sent = new HashMap<>();

    /** Cells that changed and whose value has not gone out. */
    private final Set<Cell> unpublished = new HashSet<>();

    private @Nullable LocalDate dataFrom;
    private boolean dataFromKnown;
    private boolean changed = true;
    private long oldestMutation = Long.MAX_VALUE;

    MunicipalityState(String municipality, LocalDate date) {
        this.sums = MunicipalitySums.empty(municipality, date);
    }

    MunicipalitySums sums() {
        return sums;
    }

    void post(String municipality, Cell cell, long n) {
        sums.post(cell, n);
        changed = true;
        boolean moves = cell.measure() == Measure.POPULATION && cell.area().equals(municipality);
        if (moves && (dataFrom == null || cell.day() <= dataFrom.toEpochDay())) {
            dataFromKnown = false;
        }
    }

    /** A stock or flow cell has a value that is to go out. */
    void owe(Cell cell) {
        unpublished.add(cell);
    }

    /** Hands every such cell over, once. */
    void settle(Consumer<Cell> publisher) {
        unpublished.forEach(publisher);
        unpublished.clear();
    }

    /** A mutation came that was published at this time (epoch milliseconds). */
    void mutated(long publishedAt) {
        oldestMutation = Math.min(oldestMutation, publishedAt);
        changed = true;
    }

    /** Goes on to today, if that is later. */
    void turnTo(LocalDate today, MunicipalitySums.Cells cells) {
        if (today.isAfter(sums.date())) {
            sums.turnTo(today, cells);
            changed = true;
        }
    }

    boolean isChanged() {
        return changed;
    }

    /** First day on which the municipality has a resident; found by {@code search} when it may have moved. */
    @Nullable
    LocalDate dataFrom(Supplier<Optional<Integer>> search) {
        if (!dataFromKnown) {
            dataFrom = search.get().map(day -> LocalDate.ofEpochDay(day)).orElse(null);
            dataFromKnown = true;
        }
        return dataFrom;
    }

    /** Whether the figures of the area differ from those that last went out; they are taken to go out now. */
    boolean isNews(String area, long fingerprint) {
        Long before = sent.put(area, fingerprint);
        return before == null || before != fingerprint;
    }

    /** Publication of the oldest mutation that has not gone out, {@link Long#MAX_VALUE} if there is none. */
    long takeOldestMutation() {
        long oldest = oldestMutation;
        oldestMutation = Long.MAX_VALUE;
        changed = false;
        return oldest;
    }
}
