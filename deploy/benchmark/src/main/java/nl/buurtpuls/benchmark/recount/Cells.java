package nl.buurtpuls.benchmark.recount;

import java.time.LocalDate;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;

/** What somebody has counted. Any date's figures follow from it, which is how all are asked the same. */
public final class Cells {
    private final Map<Figure, Map<String, NavigableMap<LocalDate, Long>>> values = new EnumMap<>(Figure.class);

    /** Sets a cell to its absolute value. */
    public void put(Cell cell, long value) {
        values.computeIfAbsent(cell.figure(), any -> new HashMap<>())
                .computeIfAbsent(cell.buurt(), any -> new TreeMap<>())
                .put(cell.day(), value);
    }

    /** The value of a cell; 0 where nothing happened. */
    public long value(Cell cell) {
        return values.getOrDefault(cell.figure(), Map.of())
                .getOrDefault(cell.buurt(), new TreeMap<>())
                .getOrDefault(cell.day(), 0L);
    }

    /** The figure of a buurt as of a date. */
    public long figure(Figure figure, String buurt, LocalDate date) {
        NavigableMap<LocalDate, Long> days =
                values.getOrDefault(figure, Map.of()).getOrDefault(buurt, new TreeMap<>());
        return days.subMap(figure.after(date), false, date, true).values().stream()
                .mapToLong(Long::longValue)
                .sum();
    }
}
