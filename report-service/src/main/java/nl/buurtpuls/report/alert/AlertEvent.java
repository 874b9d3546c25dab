package nl.buurtpuls.report.alert;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import nl.buurtpuls.report.alert.AlertState.Resolved;

/**
 * What is told of an alert: a CloudEvent 1.0 in structured mode.
 *
 * @param id the same on each try and for each receiver: an alert fires once, and is over once
 */
record AlertEvent(
        String specversion,
        String id,
        String source,
        String type,
        String time,
        String datacontenttype,
        AlertView data) {

    static final String MEDIA_TYPE = "application/cloudevents+json";

    private static final String TYPE = "nl.buurtpuls.alert.";

    static AlertEvent of(Alert alert, String areaName, String source) {
        String happened = alert.state() instanceof Resolved ? "resolved" : "firing";
        Instant time = alert.changedAt().truncatedTo(ChronoUnit.MILLIS);
        return new AlertEvent(
                "1.0",
                alert.id() + "." + happened,
                source,
                TYPE + happened,
                time.toString(),
                "application/json",
                AlertView.of(alert, areaName));
    }
}
