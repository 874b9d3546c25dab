package nl.buurtpuls.report.alert;

import java.net.URI;
import org.jspecify.annotations.Nullable;

/**
 * Who is told of alerts.
 *
 * @param kind as metrics name it
 * @param address of a webhook; {@code null} for the others
 */
record Receiver(Kind kind, @Nullable URI address) {

    static final Receiver TOPIC = new Receiver(Kind.TOPIC, null);
    static final Receiver ALERTMANAGER = new Receiver(Kind.ALERTMANAGER, null);

    /** The ways of telling. */
    enum Kind {
        TOPIC("topic"),
        ALERTMANAGER("alertmanager"),
        WEBHOOK("webhook");

        private final String code;

        Kind(String code) {
            this.code = code;
        }

        String code() {
            return code;
        }
    }

    static Receiver webhook(URI address) {
        return new Receiver(Kind.WEBHOOK, address);
    }

    /** As the database has it. */
    static Receiver named(String name) {
        return switch (name) {
            case "topic" -> TOPIC;
            case "alertmanager" -> ALERTMANAGER;
            default -> webhook(URI.create(name));
        };
    }

    String name() {
        return address == null ? kind.code() : address.toString();
    }
}
