package nl.buurtpuls.indicator.stream;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import nl.buurtpuls.contract.area.AreaTable;
import nl.buurtpuls.contract.event.Event;
import nl.buurtpuls.contract.event.EventData;
import nl.buurtpuls.contract.event.EventData.*;
import nl.buurtpuls.contract.event.EventHeaders;
import nl.buurtpuls.contract.event.EventId;
import nl.buurtpuls.contract.event.EventJson;
import nl.buurtpuls.contract.event.PartialDate;
import nl.buurtpuls.contract.event.Place;
import nl.buurtpuls.contract.event.Residence;
import nl.buurtpuls.contract.topic.DeadLetterHeaders;
import nl.buurtpuls.contract.topic.Topic;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.apache.kafka.streams.StreamsConfig;
import org.apache.kafka.streams.TestInputTopic;
import org.apache.kafka.streams.TestOutputTopic;
import org.apache.kafka.streams.TopologyTestDriver;
import org.apache.kafka.streams.test.TestRecord;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EngineProcessorTest {

    private static final String HEERLEN = "GM0917";
    private static final String PASSART = "BU09172100";
    private static final Residence HOME = new Residence(PASSART, "h-1", null);

    private final SteppedClock clock = new SteppedClock("2024-05-31T12:00:00");
    private final ObjectMapper json = new ObjectMapper()
            .registerModule(new JavaTimeModule())
            .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS);

    @TempDir
    private Path stateDir;

    private TopologyTestDriver driver;
    private TestInputTopic<String, byte[]> mutations;
    private int sent;
    private Map<String, String> residuesOfBefore = Map.of();

    @BeforeEach
    void start() {
        AreaTable areas = AreaTable.shipped();
        Properties settings = new Properties();
        settings.put(StreamsConfig.APPLICATION_ID_CONFIG, "test");
        settings.put(StreamsConfig.BOOTSTRAP_SERVERS_CONFIG, "nowhere:1");
        settings.put(StreamsConfig.STATE_DIR_CONFIG, stateDir.toString());
        driver = new TopologyTestDriver(
                new IndicatorTopology()
                        .topology(
                                areas,
                                new Snapshots(areas, json),
                                new Findings(json),
                                new EngineMetrics(new SimpleMeterRegistry()),
                                NoTracing.TRACING,
                                clock,
                                new TestSettings(1),
                                partition -> residuesOfBefore,
                                new StateFolder(stateDir.resolve("test"))),
                settings);
        mutations =
                driver.createInputTopic(Topic.MUTATIONS.topicName(), new StringSerializer(), new ByteArraySerializer());
    }

    @AfterEach
    void stop() {
        driver.close();
    }

    @Test
    void mutationChangesCellsAndSnapshotsOfEveryAreaAroundIt() throws IOException {
        send(arrival("anna", "2024-05-02", "1990-01-01"));

        assertThat(ledger()).containsEntry(PASSART + "|population|-|2024-05-02", "1");
        assertThat(figures())
                .extractingFromEntries(entry -> entry.getKey() + " "
                        + entry.getValue().at("/indicators/arrivals.30d/value").asInt())
                .containsExactlyInAnyOrder(
                        PASSART + " 1", "WK091721 1", "HN 1", "GM0917 1", "RG-PARKSTAD 1", "CR39 1", "PV31 1", "NL 1");
    }

    @Test
    void areasAboveTheMunicipalityAddUpWhatTheirMunicipalitiesSay() throws IOException {
        send(arrival("anna", "2024-05-02", "1990-01-01"));
        assertThat(ledger()).containsEntry("PV31|arrivals|-|2024-05-02", "1");
        send(event(new Immigration(
                "ben",
                "GM0899",
                LocalDate.parse("2024-05-02"),
                PartialDate.parse("2000"),
                new Residence("BU08990000", "h-2", null),
                Place.country("BE"))));
        assertThat(ledger())
                .containsEntry("RG-PARKSTAD|arrivals|-|2024-05-02", "2")
                .containsEntry("NL|population|-|2024-05-02", "2");

        send(event(new Death("anna", HEERLEN, LocalDate.parse("2024-05-20"))));
        Map<String, JsonNode> figures = figures();
        for (String area : List.of("RG-PARKSTAD", "CR39", "PV31", "NL")) {
            JsonNode points = figures.get(area).at("/indicators");
            assertThat(points.at("/population/value").asInt()).as(area).isEqualTo(1);
            assertThat(points.at("/deaths.30d/value").asInt()).as(area).isEqualTo(1);
            assertThat(points.has("retention.1y")).as(area).isFalse();
            assertThat(figures.get(area).at("/dataFrom").asText()).as(area).isEqualTo("2024-05-02");
        }
    }

    @Test
    void turnOfTheDayTakesOutWhatLeavesTheWindowAndBringsInWhatIsDue() throws IOException {
        send(arrival("anna", "2024-05-01", "1990-01-01"));
        send(arrival("ben", "2024-05-02", "2006-06-01"));
        JsonNode before = figures().get(HEERLEN);
        assertThat(before.at("/indicators/population.minors/value").asInt()).isEqualTo(1);
        assertThat(before.at("/indicators/arrivals.30d/value").asInt()).isEqualTo(1);

        clock.set("2024-05-31T23:59:59");
        assertThat(figures()).isEmpty();

        clock.set("2024-06-01T00:00:00");
        Map<String, JsonNode> turned = figures();
        assertThat(turned.get(HEERLEN).at("/date").asText()).isEqualTo("2024-06-01");
        assertThat(turned.get(HEERLEN).at("/indicators/population.minors/value").asInt())
                .isZero();
        assertThat(turned.get(HEERLEN).at("/indicators/arrivals.30d/value").asInt())
                .isZero();
    }

    @Test
    void correctionThatMovesOnePersonBetweenTwoFiguresGoesOut() throws IOException {
        for (int person = 1; person <= 60; person++) {
            send(arrival("p" + person, "2020-01-01", "1990-01-01"));
        }
        figures();
        for (int person = 1; person <= 60; person++) {
            send(event(new Stand(
                    "p" + person,
                    HEERLEN,
                    LocalDate.parse("2020-01-01"),
                    PartialDate.parse("2010-01-01"),
                    HOME,
                    null)));

            assertThat(figures().get(HEERLEN))
                    .as("after %d corrections", person)
                    .isNotNull();
        }
    }

    @Test
    void bookedFutureIsNotShownAsPresent() throws IOException {
        send(arrival("anna", "2024-06-10", "1990-01-01"));

        assertThat(figures().get(HEERLEN).at("/indicators/population/value").asInt())
                .isZero();
    }

    @Test
    void unreadableRecordGoesToTheDeadLettersWithTheReasonAndTheStreamGoesOn() {
        mutations.pipeInput(HEERLEN, "{".getBytes(StandardCharsets.UTF_8));
        send(arrival("anna", "2024-05-01", "1990-01-01"));

        List<TestRecord<String, byte[]>> buried = out(Topic.DEAD_LETTERS).readRecordsToList();
        assertThat(buried).hasSize(1);
        assertThat(new String(
                        buried.get(0)
                                .headers()
                                .lastHeader(DeadLetterHeaders.REASON)
                                .value(),
                        StandardCharsets.UTF_8))
                .contains("ce_type");
        assertThat(buried.get(0).headers()).anySatisfy(header -> {
            assertThat(header.key()).isEqualTo(DeadLetterHeaders.TOPIC);
            assertThat(header.value()).asString(StandardCharsets.UTF_8).isEqualTo(Topic.MUTATIONS.topicName());
        });
        assertThat(ledger()).isNotEmpty();
    }

    @Test
    void whatDoesNotAddUpIsAFindingOnceTheMunicipalitySendsItself() throws IOException {
        Event leftUnknown = event(new IntermunicipalMove(
                "zoe",
                "GM0899",
                LocalDate.parse("2024-05-01"),
                PartialDate.parse("1990"),
                new Residence("BU08990000", "h-9", null),
                Place.municipality(HEERLEN)));
        sendUnder(HEERLEN, leftUnknown);
        assertThat(out(Topic.FINDINGS).readRecordsToList()).isEmpty();

        send(event(new Emigration("unknown", HEERLEN, LocalDate.parse("2024-05-01"), null)));

        List<TestRecord<String, byte[]>> findings = out(Topic.FINDINGS).readRecordsToList();
        assertThat(findings).hasSize(1);
        assertThat(json.readTree(findings.get(0).value()).at("/code").asText()).isEqualTo("not-resident");
    }

    @Test
    void twoContentsOfOneEventAreAFindingThatNamesBothAndTellsWhichCounts() throws IOException {
        EventId id = new EventId("urn:nld:x:y", "twice");
        Residence home = new Residence(PASSART, "h-1", null);
        LocalDate day = LocalDate.parse("2024-05-01");
        Event later = new Event(
                id,
                Instant.parse("2024-05-03T10:00:00Z"),
                new Immigration("anna", HEERLEN, day, PartialDate.parse("1990"), home, Place.country("BE")));
        Event earlier = new Event(
                id,
                Instant.parse("2024-05-02T10:00:00Z"),
                new Immigration("anna", HEERLEN, day, PartialDate.parse("1991"), home, Place.country("DE")));
        send(later);
        send(earlier);
        send(later);

        List<TestRecord<String, byte[]>> findings = out(Topic.FINDINGS).readRecordsToList();
        assertThat(findings).hasSize(2).allSatisfy(record -> {
            JsonNode finding = json.readTree(record.value());
            assertThat(finding.at("/code").asText()).isEqualTo("conflicting-content");
            assertThat(finding.at("/event/id").asText()).isEqualTo("twice");
            assertThat(finding.at("/conflict/counts/time").asText()).isEqualTo("2024-05-02T10:00:00Z");
            assertThat(finding.at("/conflict/doesNot/time").asText()).isEqualTo("2024-05-03T10:00:00Z");
            assertThat(finding.at("/conflict/differsIn"))
                    .extracting(JsonNode::asText)
                    .containsExactly("/time", "/data/birthDate", "/data/origin/country");
            assertThat(finding.toString()).doesNotContain("anna");
        });
    }

    private Map<String, String> ledger() {
        Map<String, String> cells = new HashMap<>();
        goOn();
        out(Topic.LEDGER)
                .readRecordsToList()
                .forEach(cell -> cells.put(cell.key(), new String(cell.value(), StandardCharsets.UTF_8)));
        return cells;
    }

    /** Time enough for both stages, one after the other. */
    private void goOn() {
        driver.advanceWallClockTime(Duration.ofSeconds(10));
        driver.advanceWallClockTime(Duration.ofSeconds(10));
    }

    private Map<String, JsonNode> figures() throws IOException {
        goOn();
        Map<String, JsonNode> figures = new HashMap<>();
        for (TestRecord<String, byte[]> snapshot : out(Topic.SNAPSHOTS).readRecordsToList()) {
            figures.put(snapshot.key(), json.readTree(snapshot.value()));
        }
        return figures;
    }

    private TestOutputTopic<String, byte[]> out(Topic topic) {
        return driver.createOutputTopic(topic.topicName(), new StringDeserializer(), new ByteArrayDeserializer());
    }

    private Event arrival(String person, String day, String born) {
        return event(new Immigration(
                person, HEERLEN, LocalDate.parse(day), PartialDate.parse(born), HOME, Place.country("DE")));
    }

    private Event event(EventData data) {
        sent++;
        return new Event(new EventId("urn:test", "e" + sent), Instant.parse("2024-05-31T08:00:00Z"), data);
    }

    private void send(Event event) {
        sendUnder(event.data().municipality(), event);
    }

    private void sendUnder(String key, Event event) {
        mutations.pipeInput(new TestRecord<>(
                key, EventJson.write(event.data()), new RecordHeaders(EventHeaders.write(event)), Instant.EPOCH));
    }
}
