package nl.buurtpuls.oracle;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import nl.buurtpuls.contract.event.Event;

/**
 * One record of the mutations topic.
 *
 * @param key code of the municipality in whose partition it lies
 * @param event what was sent
 */
public record Published(String key, Event event) {

    /** The records of one event: two for an inter-municipal move, and for a retraction that names an origin. */
    public static List<Published> all(Event event) {
        List<Published> records = new ArrayList<>();
        String own = event.data().municipality();
        records.add(new Published(own, event));
        String left = event.data().municipalityLeft();
        if (left != null && !left.equals(own)) {
            records.add(new Published(left, event));
        }
        return records;
    }

    /** The records of all these events, in their order. */
    public static List<Published> all(Collection<Event> events) {
        List<Published> records = new ArrayList<>();
        for (Event event : events) {
            records.addAll(all(event));
        }
        return records;
    }
}
