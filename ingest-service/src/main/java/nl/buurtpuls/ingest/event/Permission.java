package nl.buurtpuls.ingest.event;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import nl.buurtpuls.contract.event.Event;
import nl.buurtpuls.ingest.access.Sender;
import org.jspecify.annotations.Nullable;

/** Lets through what a sender may push in one call, and remembers what it may not. */
public final class Permission {

    private final Sender sender;
    private final Map<String, Long> attempts = new TreeMap<>();

    public Permission(Sender sender) {
        this.sender = sender;
    }

    /**
     * The event, or its refusal if it is of a municipality that the sender does not speak for. The one that was left by a
     * move between two does not count: the receiving one tells of it.
     *
     * @param index place in a batch, {@code null} outside one
     */
    public Validated<Event> check(Validated<Event> read, @Nullable Integer index) {
        if (!(read instanceof Validated.Valid<Event> valid)) {
            return read;
        }
        String municipality = valid.value().data().municipality();
        if (sender.speaksFor(municipality)) {
            return read;
        }
        attempts.merge(municipality, 1L, Long::sum);
        Errors errors = new Errors(index);
        errors.add(
                "/data/municipality",
                Rule.FORBIDDEN_MUNICIPALITY,
                "The token does not speak for " + municipality + ".");
        return new Validated.Refused<>(List.copyOf(errors.found()));
    }

    public boolean hasRefused() {
        return !attempts.isEmpty();
    }

    /** Logs what was refused, if anything was. */
    public void logRefusals() {
        sender.logAttempts(attempts);
    }
}
