package nl.buurtpuls.ingest.access;

import java.util.Map;
import java.util.stream.Collectors;
import nl.buurtpuls.contract.access.Municipalities;
import org.jboss.logging.Logger;

/**
 * Who pushes, as its token says.
 *
 * @param name what tells it from other senders, fit for a log
 * @param municipalities whose events it may push
 */
public record Sender(String name, Municipalities municipalities) {

    private static final Logger LOG = Logger.getLogger(Sender.class);

    /** Whether it may push for a municipality, by its CBS code. */
    public boolean speaksFor(String municipality) {
        return municipalities.include(municipality);
    }

    /**
     * Notes that it has tried to push for others.
     *
     * @param events how many, per municipality
     */
    public void logAttempts(Map<String, ? extends Number> events) {
        if (!events.isEmpty()) {
            LOG.warnf(
                    "refused: the sender %s, which may push for %s, has pushed for %s",
                    name,
                    municipalities,
                    events.entrySet().stream()
                            .map(entry -> entry.getKey() + " (" + entry.getValue() + ")")
                            .collect(Collectors.joining(", ")));
        }
    }
}
