package nl.buurtpuls.contract.indicator;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The days, relative to the date of a figure, up to which the ledger is summed. Every indicator is made of such prefix
 * sums: a stock is one, a flow over a window the difference of two.
 */
public enum Anchor {
    DATE(null),
    THIRTY_DAYS_BEFORE(Window.THIRTY_DAYS),
    ONE_YEAR_BEFORE(Window.ONE_YEAR),
    FIVE_YEARS_BEFORE(Window.FIVE_YEARS),
    TEN_YEARS_BEFORE(Window.TEN_YEARS);

    /** All anchors, in the order of {@link #ordinal}. */
    public static final List<Anchor> ALL = List.of(values());

    private final @Nullable Window window;

    Anchor(@Nullable Window window) {
        this.window = window;
    }

    /** The last day that is summed for a figure of {@code date}. */
    public LocalDate day(LocalDate date) {
        return window == null ? date : window.start(date);
    }

    /** The anchor at the start of a window. */
    public static Anchor startOf(Window window) {
        return switch (window) {
            case THIRTY_DAYS -> THIRTY_DAYS_BEFORE;
            case ONE_YEAR -> ONE_YEAR_BEFORE;
            case FIVE_YEARS -> FIVE_YEARS_BEFORE;
            case TEN_YEARS -> TEN_YEARS_BEFORE;
        };
    }
}
