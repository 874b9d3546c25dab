package nl.buurtpuls.indicator.engine;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import nl.buurtpuls.contract.area.AreaTable;
import nl.buurtpuls.contract.event.Event;
import nl.buurtpuls.contract.indicator.Figures;
import nl.buurtpuls.contract.indicator.LedgerKey;
import nl.buurtpuls.contract.indicator.Measure;
import nl.buurtpuls.indicator.ledger.Ledger;
import nl.buurtpuls.indicator.ledger.OpenCell;
import nl.buurtpuls.indicator.ledger.Page;
import nl.buurtpuls.indicator.ledger.PageKey;
import nl.buurtpuls.indicator.timeline.Finding;
import nl.buurtpuls.indicator.window.MunicipalitySums;
import org.jspecify.annotations.Nullable;

/** One municipality's engine on maps, with the ledger it wrote. */
public final class Town {

    private final String municipality;
    private final AreaTable areas;
    private final Tables tables;
    private final Map<PageKey, Page> pages = new HashMap<>();
    private final Map<OpenCell, Long> openCells = new HashMap<>();
    private final Set<Finding> findings = new HashSet<>();
    private final MapTable dossiers = new MapTable();
    private final MapTable households = new MapTable();
    private final MapTable events = new MapTable();
    private final MapTable dwellings = new MapTable();
    private final MapTable journal = new MapTable();
    private final Map<LedgerKey, Long> residues = new HashMap<>();
    private Engine engine;
    private @Nullable MunicipalitySums live;

    public Town(String municipality, AreaTable areas) {
        this.municipality = municipality;
        this.areas = areas;
        this.tables = new Tables(
                events, dossiers, households, dwellings, new MapTable(), journal, new MapTable(), new MapTable());
        this.engine = new Engine(areas, tables);
    }

    public String municipality() {
        return municipality;
    }

    /** Goes on with what is stored alone, as an engine does that takes over from one that ended. */
    public Town beginAnew() {
        engine = new Engine(areas, tables);
        journal.rows.forEach((key, row) -> engine.resume(municipality, Keys.numberOf(key), row, (page, change) -> {}));
        return this;
    }

    /** Keeps rolling sums in step with what is applied from here on. */
    public Town withRollingSumsOf(LocalDate date) {
        live = MunicipalitySums.empty(areas, municipality, date);
        return this;
    }

    public Town apply(Iterable<Event> events) {
        events.forEach(this::apply);
        return this;
    }

    public Town apply(Event event) {
        engine.apply(municipality, event, new Kept());
        return this;
    }

    /** Erases a person, who counts no longer from the day on. */
    public Town erase(String person, LocalDate day) {
        engine.erase(municipality, person, day, false, new Kept());
        return this;
    }

    /** Erases a person whose residue was taken over. */
    public Town eraseAgain(String person, LocalDate day) {
        engine.erase(municipality, person, day, true, new Kept());
        return this;
    }

    /** What erased persons have left, as it was told. */
    public Map<LedgerKey, Long> residues() {
        return residues;
    }

    /** Takes over what was told elsewhere. */
    public Town takeOver(Map<LedgerKey, Long> told) {
        engine.takeOver(municipality, told, new Kept());
        return this;
    }

    /** Whether any row of a table that names persons holds the text, in its key or value. */
    public boolean holds(String text) {
        return Stream.of(events, dossiers, households, dwellings).anyMatch(table -> table.holds(text));
    }

    /** How many rows there are in the tables that name persons. */
    public int rows() {
        return Stream.of(events, dossiers, households, dwellings)
                .mapToInt(table -> table.rows.size())
                .sum();
    }

    private final class Kept implements Changes {
        @Override
        public void page(PageKey key, Page more) {
            pages.computeIfAbsent(key, any -> new Page()).add(more);
            if (live != null) {
                live.post(key, more);
            }
        }

        @Override
        public void openCell(OpenCell cell, long value, long n) {
            long was = openCells.getOrDefault(cell, 0L);
            if (was + n != value) {
                throw new AssertionError(cell + " was " + was + ", changed by " + n + ", is said to be " + value);
            }
            openCells.put(cell, value);
        }

        @Override
        public void finding(Finding finding) {
            findings.add(finding);
        }

        @Override
        public void residue(LedgerKey cell, long value) {
            residues.put(cell, value);
        }
    }

    /** The cells that are not 0, by name. */
    public Map<String, Long> ledger() {
        Map<String, Long> ledger = new HashMap<>();
        pages.forEach((key, page) ->
                page.values((series, value) -> ledger.put(key.area() + "|" + series.name() + "|" + key.day(), value)));
        openCells.forEach((cell, value) -> {
            if (value != 0) {
                ledger.put(cell.toString(), value);
            }
        });
        return ledger;
    }

    /** Gives what is news. */
    public void tell(Ledger.Listener listener) {
        engine.tell(municipality, listener);
    }

    /** What the engine publishes now, by name. */
    public Map<String, Long> published() {
        Map<String, Long> published = new HashMap<>();
        tell((page, series, value, change) ->
                published.put(page.area() + "|" + series.name() + "|" + page.day(), value));
        return published;
    }

    /** The days on which a page stands. */
    public Set<Integer> days() {
        Set<Integer> days = new TreeSet<>();
        pages.forEach((key, page) -> page.values((series, value) -> days.add(key.day())));
        return days;
    }

    public Set<Finding> findings() {
        return findings;
    }

    /** Sums made from the whole ledger at once. */
    public MunicipalitySums sums(LocalDate date) {
        MunicipalitySums sums = MunicipalitySums.empty(areas, municipality, date);
        pages.forEach(sums::post);
        return sums;
    }

    /** The sums that were kept in step, turned to a date. */
    public MunicipalitySums rollingSums(LocalDate date) {
        if (live == null) {
            throw new IllegalStateException("no rolling sums are kept");
        }
        live.turnTo(
                date,
                (after, to, reader) -> pages.forEach((key, page) -> {
                    if (after < key.day() && key.day() <= to) {
                        reader.accept(key, page);
                    }
                }));
        return live;
    }

    /** An area's figures; {@code null} if its ledger is empty. */
    public @Nullable Figures figures(String area, LocalDate date) {
        return sums(date).areas().get(area);
    }

    /** A two-dimensional measure at a pair of days. */
    public long plane(String area, Measure measure, LocalDate day, LocalDate other) {
        long sum = 0;
        for (Map.Entry<OpenCell, Long> entry : openCells.entrySet()) {
            OpenCell cell = entry.getKey();
            if (cell.measure() == measure
                    && cell.area().equals(area)
                    && cell.day() <= day.toEpochDay()
                    && !LocalDate.parse(cell.dimension()).isAfter(other)) {
                sum += entry.getValue();
            }
        }
        return sum;
    }

    /** A flow of an open dimension over a window, by dimension. */
    public Map<String, Long> byOrigin(String area, Measure measure, LocalDate after, LocalDate to) {
        Map<String, Long> counts = new HashMap<>();
        openCells.forEach((cell, value) -> {
            if (cell.measure() == measure
                    && cell.area().equals(area)
                    && cell.day() > after.toEpochDay()
                    && cell.day() <= to.toEpochDay()) {
                counts.merge(cell.dimension(), value, Long::sum);
            }
        });
        counts.values().removeIf(count -> count == 0);
        return counts;
    }

    /** A table in memory. */
    static final class MapTable implements Table {

        private final Map<byte[], byte[]> rows = new TreeMap<>(Arrays::compareUnsigned);

        boolean holds(String text) {
            return rows.entrySet().stream()
                    .anyMatch(row -> text(row.getKey()).contains(text)
                            || text(row.getValue()).contains(text));
        }

        private static String text(byte[] bytes) {
            return new String(bytes, StandardCharsets.ISO_8859_1);
        }

        @Override
        public byte @Nullable [] get(byte[] key) {
            return rows.get(key);
        }

        @Override
        public void put(byte[] key, byte @Nullable [] value) {
            if (value == null) {
                rows.remove(key);
            } else {
                rows.put(key, value);
            }
        }
    }
}
