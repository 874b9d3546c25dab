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
import nl.buurtpuls.contract.indicator.Series;
import nl.buurtpuls.indicator.ledger.Page;
import nl.buurtpuls.indicator.ledger.PageKey;
import nl.buurtpuls.indicator.window.MunicipalitySums;
import org.jspecify.annotations.Nullable;

/** What a task keeps in memory of a municipality: all of it follows from the stores. */
final class MunicipalityState {

    private static final Series POPULATION = Series.of(Measure.POPULATION);

    private final MunicipalitySums sums;
    /** Fingerprint of each area's figures as they last went out. */
    private final Map<String, Long> sent = new HashMap<>();

    /** Pages with values that have not gone out. */
    private final Set<PageKey> unpublished = new HashSet<>();

    private boolean register;

    private @Nullable LocalDate dataFrom;
    private boolean dataFromKnown;
    private boolean changed = true;
    private long oldestMutation = Long.MAX_VALUE;

    MunicipalityState(String municipality, LocalDate date, boolean register) {
        this.sums = MunicipalitySums.empty(municipality, date);
        this.register = register;
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

    /** A page has more by these cells. */
    void post(String municipality, PageKey key, Page more) {
        sums.post(key, more);
        owe(key);
        changed = true;
        boolean moves = key.area().equals(municipality) && more.value(POPULATION) != 0;
        if (moves && (dataFrom == null || key.day() <= dataFrom.toEpochDay())) {
            dataFromKnown = false;
        }
    }

    /** A page has values that are to go out. */
    void owe(PageKey key) {
        unpublished.add(key);
    }

    /** Hands every such page over, once. */
    void settle(Consumer<PageKey> publisher) {
        unpublished.forEach(publisher);
        unpublished.clear();
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
