package nl.buurtpuls.report.startrapport;

import java.time.LocalDate;

/** The calls that give the figures, from the root of this service. */
final class Links {

    private Links() {}

    /** One figure of a date: a series of one point. */
    static String figure(String area, String indicator, LocalDate date) {
        return series(area, indicator, date, date, "day");
    }

    /** A figure on each 1 January. */
    static String years(String area, String indicator, LocalDate from, LocalDate to) {
        return series(area, indicator, from, to, "year");
    }

    private static String series(String area, String indicator, LocalDate from, LocalDate to, String step) {
        return "/v1/areas/" + area + "/indicators/" + indicator + "/series?from=" + from + "&to=" + to + "&step="
                + step;
    }

    static String retention(String area, LocalDate from, LocalDate to) {
        return "/v1/areas/" + area + "/retention?from=" + from + "&to=" + to;
    }

    static String origins(String area, LocalDate from, LocalDate to, String of) {
        return "/v1/areas/" + area + "/origins?from=" + from + "&to=" + to + "&of=" + of;
    }

    static String ranking(String indicator, String level, String within, LocalDate date) {
        return "/v1/indicators/" + indicator + "/ranking?level=" + level + "&within=" + within + "&date=" + date;
    }

    static String context(String area, String indicator) {
        return "/v1/context-figures?area=" + area + "&indicator=" + indicator;
    }

    static String snapshot(String area, LocalDate date) {
        return "/v1/areas/" + area + "/snapshot?date=" + date;
    }
}
