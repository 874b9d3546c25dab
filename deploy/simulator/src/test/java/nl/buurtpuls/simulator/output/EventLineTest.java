package nl.buurtpuls.simulator.output;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import nl.buurtpuls.contract.event.Event;
import nl.buurtpuls.contract.event.EventId;
import nl.buurtpuls.contract.event.EventJson;
import nl.buurtpuls.contract.event.EventType;
import nl.buurtpuls.simulator.Settings;
import nl.buurtpuls.simulator.Simulation;
import org.junit.jupiter.api.Test;

class EventLineTest {

    private static final Settings SMALL = new Settings(917, LocalDate.of(2014, 1, 1), LocalDate.of(2015, 1, 1), 0.01);

    @Test
    void eachLineIsACloudEventThatReadsBackAsTheEvent() throws IOException {
        List<Event> events = new ArrayList<>();
        Simulation.run(SMALL, events::add);

        List<Event> read = new ArrayList<>();
        for (String line : new String(bytes(), StandardCharsets.UTF_8).split("\n")) {
            read.add(read(line));
        }

        assertThat(read).isEqualTo(events);
    }

    @Test
    void theSameSeedGivesTheSameBytes() {
        assertThat(bytes()).isEqualTo(bytes());
    }

    private static byte[] bytes() {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        Simulation.run(SMALL, new EventLine(bytes));
        return bytes.toByteArray();
    }

    private static Event read(String line) throws IOException {
        JsonNode json = new ObjectMapper().readTree(line);
        assertThat(json.fieldNames())
                .toIterable()
                .containsExactly("specversion", "id", "source", "type", "time", "datacontenttype", "data");
        assertThat(json.get("specversion").textValue()).isEqualTo("1.0");
        assertThat(json.get("datacontenttype").textValue()).isEqualTo("application/json");
        EventType type = EventType.of(json.get("type").textValue()).orElseThrow();
        byte[] data = json.get("data").toString().getBytes(StandardCharsets.UTF_8);
        return new Event(
                new EventId(json.get("source").textValue(), json.get("id").textValue()),
                Instant.parse(json.get("time").textValue()),
                EventJson.read(type, data));
    }
}
