package nl.buurtpuls.simulator.output;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.function.Consumer;
import nl.buurtpuls.contract.event.Event;

/** Writes each event as a line: a CloudEvent in structured mode. */
public final class EventLine implements Consumer<Event> {

    private final OutputStream out;
    private final JsonBytes json = new JsonBytes();
    private final DataJson data = new DataJson(json);
    private long count;

    public EventLine(OutputStream out) {
        this.out = out;
    }

    @Override
    public void accept(Event event) {
        json.clear();
        json.raw("{\"specversion\":\"1.0\",\"id\":").string(event.id().id());
        json.raw(",\"source\":").string(event.id().source());
        json.raw(",\"type\":").string(event.data().type().typeName());
        json.raw(",\"time\":").instant(event.time());
        json.raw(",\"datacontenttype\":\"application/json\",\"data\":");
        data.write(event.data());
        json.raw("}\n");
        try {
            json.writeTo(out);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        count++;
    }

    public long count() {
        return count;
    }
}
