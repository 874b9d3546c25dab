package nl.buurtpuls.simulator.calibration;

import java.time.LocalDate;

/** Spans of calendar years, on epoch days. */
final class Durations {

    private Durations() {}

    /** A spell that began on that day or before has lasted so many completed years. */
    static int yearsBefore(int day, int years) {
        return (int) LocalDate.ofEpochDay(day).minusYears(years).toEpochDay();
    }
}
