package nl.buurtpuls.simulator.output;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.function.Consumer;
import nl.buurtpuls.contract.event.Event;
import nl.buurtpuls.contract.event.EventJson;

/** Writes each event as a line: a CloudEvent in structured mode. */
public final class EventLine implements Consumer<Event> {

    private static final JsonFactory JSON = new JsonFactory();

    private final OutputStream out;
    private long count;

    public EventLine(OutputStream out) {
        this.out = out;
    }

    @Override
    public void accept(Event event) {
        try {
            JsonGenerator json = JSON.createGenerator(out).disable(JsonGenerator.Feature.AUTO_CLOSE_TARGET);
            json.disable(JsonGenerator.Feature.FLUSH_PASSED_TO_STREAM);
            json.writeStartObject();
            json.writeStringField("specversion", "1.0");
            json.writeStringField("id", event.id().id());
            json.writeStringField("source", event.id().source());
            json.writeStringField("type", event.data().type().typeName());
            json.writeStringField("time", event.time().toString());
            json.writeStringField("datacontenttype", "application/json");
            json.writeFieldName("data");
            json.writeRawValue(new String(EventJson.write(event.data()), StandardCharsets.UTF_8));
            json.writeEndObject();
            json.close();
            out.write('\n');
            count++;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public long count() {
        return count;
    }
}
