package nl.buurtpuls.contract.event;

/**
 * What makes an event one event: two events with the same source and id are the same event (CloudEvents 1.0).
 *
 * @param source URN of the sending system
 * @param id the sender's name for the event
 */
public record EventId(String source, String id) implements Comparable<EventId> {
    @Override
    public int compareTo(EventId other) {
        int byId = id.compareTo(other.id);
        return byId != 0 ? byId : source.compareTo(other.source);
    }
}
