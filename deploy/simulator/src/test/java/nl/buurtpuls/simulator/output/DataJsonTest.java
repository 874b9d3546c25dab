package nl.buurtpuls.simulator.output;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import nl.buurtpuls.contract.event.Event;
import nl.buurtpuls.contract.event.EventData;
import nl.buurtpuls.contract.event.EventId;
import nl.buurtpuls.contract.event.EventJson;
import nl.buurtpuls.contract.event.EventType;
import nl.buurtpuls.contract.event.PartialDate;
import nl.buurtpuls.contract.event.Place;
import nl.buurtpuls.contract.event.Residence;
import nl.buurtpuls.contract.event.Scheme;
import nl.buurtpuls.contract.event.Subject;
import nl.buurtpuls.contract.event.Tenure;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class DataJsonTest {

    private static final String GM = "GM0917";
    private static final LocalDate DAY = LocalDate.of(2024, 2, 29);
    private static final Residence HOME = new Residence("BU09171000", "h", "d");
    private static final Residence ROOM = new Residence("BU09171000", "h\"\\\u0001é€", null);
    private static final PartialDate BORN = PartialDate.parse("1987-05");
    private static final Place CITY = Place.municipality("GM0363");

    static List<EventData> ofEachKind() {
        return List.of(
                new EventData.Stand("p", GM, DAY, BORN, HOME, null),
                new EventData.Stand("p", GM, DAY, BORN, HOME, CITY),
                new EventData.Birth("p", GM, DAY, ROOM),
                new EventData.Immigration("p", GM, DAY, BORN, HOME, Place.country("DE")),
                new EventData.IntermunicipalMove("p", GM, DAY, BORN, HOME, CITY),
                new EventData.ReturnFromAbroad("p", GM, DAY, BORN, HOME, Place.UNKNOWN),
                new EventData.MoveWithin("p", GM, DAY, HOME),
                new EventData.HouseholdChange("p", GM, DAY, ROOM),
                new EventData.Emigration("p", GM, DAY, null),
                new EventData.Emigration("p", GM, DAY, Place.country("BE")),
                new EventData.Death("p", GM, DAY),
                new EventData.BenefitGranted("p", GM, DAY, Scheme.SOCIAL_ASSISTANCE, "b"),
                new EventData.BenefitEnded("p", GM, DAY, Scheme.OTHER, null),
                new EventData.IncomeAssessed("p", GM, DAY, 2021, true, false),
                new EventData.DwellingRegistered("d", GM, DAY, "BU09171000", Tenure.UNKNOWN, null),
                new EventData.DwellingRegistered("d", GM, DAY, "BU09171000", Tenure.PRIVATE_RENTAL, 203_000L),
                new EventData.Retraction(GM, new Subject.Person("p"), new EventId("s", "i"), CITY),
                new EventData.Retraction(GM, new Subject.Dwelling("d"), new EventId("s", "i"), null));
    }

    @ParameterizedTest
    @MethodSource("ofEachKind")
    void dataAreTheContractsToTheLastByte(EventData data) throws IOException {
        JsonBytes json = new JsonBytes();
        new DataJson(json).write(data);

        assertThat(text(json)).isEqualTo(new String(EventJson.write(data), StandardCharsets.UTF_8));
    }

    @Test
    void everyTypeIsAmongThem() {
        assertThat(ofEachKind().stream().map(EventData::type)).contains(EventType.values());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "2014-01-01T00:00:00Z",
                "1969-12-31T23:59:59.999Z",
                "2026-11-24T16:05:07.040Z",
                "2026-11-24T16:05:07.040123Z"
            })
    void aMomentReadsBackAsItself(String moment) throws IOException {
        JsonBytes line = new JsonBytes().instant(Instant.parse(moment));

        JsonNode read = new ObjectMapper().readTree(text(line));
        assertThat(Instant.parse(read.textValue())).isEqualTo(Instant.parse(moment));
    }

    @Test
    void aLineIsOneLineWhateverIsInIt() {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        EventData data = new EventData.Birth("p", GM, DAY, new Residence("BU09171000", "a\nb", null));

        new EventLine(bytes).accept(new Event(new EventId("s\n", "i"), Instant.EPOCH, data));

        assertThat(bytes.toString(StandardCharsets.UTF_8)).hasLineCount(1).endsWith("}\n");
    }

    private static String text(JsonBytes json) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        json.writeTo(bytes);
        return bytes.toString(StandardCharsets.UTF_8);
    }
}
