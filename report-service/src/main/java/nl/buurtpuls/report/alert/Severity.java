package nl.buurtpuls.report.alert;

import java.util.Locale;

/** How much an alert matters, as whoever made the rule sees it. */
enum Severity {
    INFO,
    WARNING,
    CRITICAL;

    String code() {
        return name().toLowerCase(Locale.ROOT);
    }
}
