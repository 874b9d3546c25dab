package nl.buurtpuls.benchmark.fuzz;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import nl.buurtpuls.contract.event.EventSchemas;
import nl.buurtpuls.contract.event.EventType;

/** Good events: the examples of every type's schema, each time under another id. */
final class Seeds {
    /** What the id of an event begins with that must come through. */
    static final String GOOD = "good-";

    private final List<ObjectNode> events = new ArrayList<>();

    Seeds() {
        for (EventType type : EventType.values()) {
            for (JsonNode data : EventSchemas.of(type).path("examples")) {
                ObjectNode event = JsonNodeFactory.instance
                        .objectNode()
                        .put("specversion", "1.0")
                        .put("id", "")
                        .put("source", "urn:nld:oin:00000001001234567000:systeem:fuzz")
                        .put("type", type.typeName())
                        .put("time", "2021-03-02T09:14:05Z")
                        .put("datacontenttype", "application/json");
                event.set("data", data);
                events.add(event);
            }
        }
    }

    /** A good event that must come through. */
    ObjectNode good(long number) {
        return seed(number).put("id", GOOD + number);
    }

    /** A good event to tamper with. */
    ObjectNode other(long number) {
        return seed(number).put("id", "other-" + number);
    }

    private ObjectNode seed(long number) {
        return events.get((int) (number % events.size())).deepCopy();
    }
}
