package nl.buurtpuls.ingest.event;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import nl.buurtpuls.contract.area.AreaTable;
import nl.buurtpuls.contract.event.Event;
import nl.buurtpuls.contract.event.EventJson;
import nl.buurtpuls.contract.event.EventSchemas;
import nl.buurtpuls.contract.event.EventType;
import nl.buurtpuls.contract.problem.FieldError;
import nl.buurtpuls.ingest.person.Pseudonyms;
import nl.buurtpuls.ingest.testing.Examples;
import nl.buurtpuls.ingest.testing.JsonSchemas;
import nl.buurtpuls.ingest.testing.RandomData;
import nl.buurtpuls.ingest.testing.Table;
import nl.buurtpuls.ingest.testing.Table.Row;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** The published schemas and the reader say the same, but for the rules that no JSON Schema can say. */
class SchemaTest {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final EventReader READER = new EventReader(
            new DataReader(AreaTable.shipped(), new Pseudonyms("a-secret-of-the-tests-and-of-nobody-else")));

    /** They need arithmetic, the area table, two fields at once, or the time of the event. */
    private static final Set<String> BEYOND_SCHEMAS = Set.of(
            "bsn-eleven-test",
            "unknown-buurt",
            "too-far-ahead",
            "own-municipality",
            "not-first-of-january",
            "bsn-in-attribute",
            "unpaired-surrogate");

    @ParameterizedTest
    @EnumSource
    void everyExampleIsTakenByBoth(EventType type) {
        JsonNode examples = EventSchemas.of(type).path("examples");

        assertThat(examples).isNotEmpty();
        for (JsonNode example : examples) {
            assertThat(JsonSchemas.errors(EventSchemas.of(type), example)).isEmpty();
            assertThat(read(type, example)).isInstanceOf(Validated.Valid.class);
        }
    }

    @ParameterizedTest
    @EnumSource
    void everySchemaIsOneOfJsonSchema2020(EventType type) {
        assertThat(JsonSchemas.errorsOfSchema(EventSchemas.of(type))).isEmpty();
    }

    static Stream<Row> badData() {
        return Table.rows("/bad-input/events.txt", 6)
                .filter(row -> row.cell(4).matches("/data(/.*)?"))
                .filter(row -> !row.cell(1).equals("/data") || !row.cell(2).equals("-"));
    }

    @ParameterizedTest
    @MethodSource("badData")
    void whatTheReaderRefusesTheSchemaRefuses(Row row) {
        JsonNode data = Examples.changed(row.cell(0), row.cell(1), row.cell(2)).path("data");

        List<String> errors =
                JsonSchemas.errors(EventSchemas.of(EventType.of(row.cell(0)).orElseThrow()), data);

        if (!BEYOND_SCHEMAS.contains(row.cell(5))) {
            assertThat(errors).isNotEmpty();
        }
    }

    @Property(tries = 2000)
    void validDataAreTakenByBoth(@ForAll EventType type, @ForAll long seed) {
        JsonNode data = new RandomData(new Random(seed)).valid(type);

        assertThat(read(type, data)).isInstanceOf(Validated.Valid.class);
        assertThat(JsonSchemas.errors(EventSchemas.of(type), data)).isEmpty();
    }

    @Property(tries = 5000)
    void dataThatWereTamperedWithAreJudgedAlike(@ForAll EventType type, @ForAll long seed) {
        JsonNode data = new RandomData(new Random(seed)).tampered(type);

        List<String> bySchema = JsonSchemas.errors(EventSchemas.of(type), data);
        Validated<Event> byReader = read(type, data);

        if (byReader instanceof Validated.Refused<Event> refused) {
            boolean sayable =
                    refused.errors().stream().map(FieldError::code).anyMatch(code -> !BEYOND_SCHEMAS.contains(code));
            assertThat(sayable && bySchema.isEmpty())
                    .as("%s by the reader, not by the schema: %s", refused, data)
                    .isFalse();
        } else {
            assertThat(bySchema).as("%s", data).isEmpty();
        }
    }

    @Property(tries = 1000)
    void whatIsPublishedIsValidBySchemaToo(@ForAll EventType type, @ForAll long seed) throws Exception {
        Validated<Event> read = read(type, new RandomData(new Random(seed)).valid(type));

        JsonNode published = JSON.readTree(
                EventJson.write(((Validated.Valid<Event>) read).value().data()));

        assertThat(JsonSchemas.errors(EventSchemas.of(type), published)).isEmpty();
        assertThat(published.at("/person/bsn").isMissingNode()).isTrue();
    }

    private static Validated<Event> read(EventType type, JsonNode data) {
        return READER.read(Examples.event(type, data), null);
    }
}
