package nl.buurtpuls.report.stream;

import java.util.Arrays;
import java.util.Optional;

/** What a client can follow. */
public enum StreamTopic {
    /** Current snapshots of areas. */
    SNAPSHOTS("snapshots", "snapshot"),
    /** Alerts, of areas. */
    ALERTS("alerts", "alert");

    private final String id;
    private final String event;

    StreamTopic(String id, String event) {
        this.id = id;
        this.event = event;
    }

    /** What callers name it. */
    public String id() {
        return id;
    }

    /** The name of its events. */
    public String event() {
        return event;
    }

    static Optional<StreamTopic> of(String id) {
        return Arrays.stream(values()).filter(topic -> topic.id.equals(id)).findFirst();
    }
}
