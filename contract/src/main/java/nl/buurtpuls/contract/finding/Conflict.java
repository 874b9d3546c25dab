package nl.buurtpuls.contract.finding;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import nl.buurtpuls.contract.event.Event;
import nl.buurtpuls.contract.event.EventJson;

/**
 * Two contents of one event.
 *
 * @param counts the one that counts
 * @param doesNot the other
 * @param differsIn JSON pointers to where they differ, as a sender writes events; no value is told
 */
public record Conflict(Content counts, Content doesNot, List<String> differsIn) {

    private static final ObjectMapper JSON = new ObjectMapper();

    /**
     * What tells one content from another for who has both at hand.
     *
     * @param type CloudEvents type
     * @param time when it was logged at the source
     */
    public record Content(String type, Instant time) {
        static Content of(Event event) {
            return new Content(event.data().type().typeName(), event.time());
        }
    }

    /** The conflict of an event that counts with another of the same source and id. */
    public static Conflict of(Event counts, Event doesNot) {
        List<String> differsIn = new ArrayList<>();
        if (counts.data().type() != doesNot.data().type()) {
            differsIn.add("/type");
        }
        if (!counts.time().equals(doesNot.time())) {
            differsIn.add("/time");
        }
        compare("/data", data(counts), data(doesNot), differsIn);
        return new Conflict(Content.of(counts), Content.of(doesNot), List.copyOf(differsIn));
    }

    private static JsonNode data(Event event) {
        try {
            return JSON.readTree(EventJson.write(event.data()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void compare(String pointer, JsonNode one, JsonNode other, List<String> differsIn) {
        if (one.isObject() && other.isObject()) {
            Set<String> names = new TreeSet<>();
            one.fieldNames().forEachRemaining(names::add);
            other.fieldNames().forEachRemaining(names::add);
            names.forEach(name -> compare(pointer + "/" + name, one.path(name), other.path(name), differsIn));
        } else if (!one.equals(other)) {
            differsIn.add(pointer);
        }
    }
}
