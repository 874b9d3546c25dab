package nl.buurtpuls.ingest.event;

import java.util.regex.Pattern;
import nl.buurtpuls.contract.event.EventId;
import nl.buurtpuls.ingest.person.Bsn;
import org.jspecify.annotations.Nullable;

/** Reads what identifies an event, whether the one at hand or the one it retracts: the same rules hold for both. */
final class EventIds {

    private static final int LONGEST = 1024;
    private static final Pattern URN = Pattern.compile("(?i)urn:[a-z0-9][a-z0-9-]{0,31}:[^\\s\\p{Cntrl}]+");

    private EventIds() {}

    /** The {@code source} and {@code id} of an object, or {@code null} with what is wrong noted. */
    static @Nullable EventId read(Fields event) {
        String id = event.text("id", LONGEST);
        String source = event.text("source", LONGEST);
        if (source != null && !URN.matcher(source).matches()) {
            event.wrong(
                    "source",
                    Rule.SOURCE_NOT_URN,
                    "Expected a URN as urn:nld:oin:00000001001234567000:systeem:burgerzaken, got "
                            + Errors.quote(source) + ".");
            return null;
        }
        return id == null || source == null ? null : new EventId(source, id);
    }

    /** The event that {@code retracts} names. No event has a BSN in its attributes, so neither has this. */
    static @Nullable EventId retracted(Fields data) {
        Fields retracts = data.object("retracts");
        EventId event = retracts == null ? null : read(retracts);
        if (event == null) {
            return null;
        }
        if (Bsn.standsInAttribute(event.id())) {
            retracts.wrong("id", Rule.BSN_IN_ATTRIBUTE, "A BSN must not stand in a context attribute.");
        }
        if (Bsn.standsInAttribute(event.source())) {
            retracts.wrong("source", Rule.BSN_IN_ATTRIBUTE, "A BSN must not stand in a context attribute.");
        }
        return event;
    }
}
