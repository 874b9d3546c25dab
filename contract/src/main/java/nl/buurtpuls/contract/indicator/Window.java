package nl.buurtpuls.contract.indicator;

import java.time.LocalDate;
import java.util.List;

/** How far back a flow is summed: from {@link #start} (exclusive) up to and with the date. */
public enum Window {
    THIRTY_DAYS("30d"),
    ONE_YEAR("1y"),
    FIVE_YEARS("5y"),
    TEN_YEARS("10y");

    /** All windows, the shortest first. */
    public static final List<Window> ALL = List.of(values());

    private final String code;

    Window(String code) {
        this.code = code;
    }

    public String code() {
        return code;
    }

    /** The day before the window: the same day so many years before; for 29 February, 28 February. */
    public LocalDate start(LocalDate date) {
        return switch (this) {
            case THIRTY_DAYS -> date.minusDays(30);
            case ONE_YEAR -> date.minusYears(1);
            case FIVE_YEARS -> date.minusYears(5);
            case TEN_YEARS -> date.minusYears(10);
        };
    }
}
