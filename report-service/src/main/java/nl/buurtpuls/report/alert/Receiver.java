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

    /**
     * Whether it is left alone once it has been tried for long enough. Our own topic never is: who follows it asks nobody
     * else, and Kafka comes back.
     */
    boolean isGivenUp() {
        return kind != Kind.TOPIC;
    }

    String name() {
        return address == null ? kind.code() : address.toString();
    }
}
