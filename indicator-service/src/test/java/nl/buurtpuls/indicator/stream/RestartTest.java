package nl.buurtpuls.indicator.stream;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import nl.buurtpuls.contract.area.AreaTable;
import nl.buurtpuls.contract.event.Event;
import nl.buurtpuls.contract.event.EventData;
import nl.buurtpuls.contract.event.EventHeaders;
import nl.buurtpuls.contract.event.EventId;
import nl.buurtpuls.contract.event.EventJson;
import nl.buurtpuls.contract.event.PartialDate;
import nl.buurtpuls.contract.event.Place;
import nl.buurtpuls.contract.event.Residence;
import nl.buurtpuls.contract.indicator.Measure;
import nl.buurtpuls.contract.indicator.Series;
import nl.buurtpuls.contract.topic.Topic;
import nl.buurtpuls.indicator.above.CellChanges;
import nl.buurtpuls.indicator.above.Message;
import nl.buurtpuls.indicator.above.MunicipalityTotals;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.streams.StreamsConfig;
import org.apache.kafka.streams.processor.StateStore;
import org.apache.kafka.streams.processor.TaskId;
import org.apache.kafka.streams.processor.api.MockProcessorContext;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.state.StoreBuilder;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What both stages find in their stores when a task begins again, here or elsewhere. */
class RestartTest {

    private static final String HEERLEN = "GM0917";

    private final SteppedClock clock = new SteppedClock("2024-05-31T12:00:00");
    private final ObjectMapper json = new ObjectMapper()
            .registerModule(new JavaTimeModule())
            .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS);
    private final AreaTable areas = AreaTable.shipped();
    private final List<StateStore> stores = new ArrayList<>();

    @TempDir
    private Path stateDir;

    private MockProcessorContext<String, byte[]> context;
    private Processor<String, byte[], String, byte[]> processor;
    private long millis;
    private Map<String, String> residues = Map.of();

    @AfterEach
    void stop() {
        stores.forEach(StateStore::close);
    }

    @Test
    void changesThatAreReadAgainAreNotAddedAgain() {
        begin(Stores.buildersAbove(), new AboveProcessor(this::output, NoTracing.TRACING, Duration.ofMillis(100)));
        read(5, changes(3));
        read(6, changes(4));
        assertThat(cells()).containsExactly("PV31|population|-|1970-01-02=7");

        // The positions of the group are forgotten, or were set back.
        begin(List.of(), new AboveProcessor(this::output, NoTracing.TRACING, Duration.ofMillis(100)));
        read(5, changes(3));
        read(6, changes(4));
        read(7, changes(10));

        assertThat(cells()).containsExactly("PV31|population|-|1970-01-02=17");
    }

    @Test
    void changesThatWereNotToldBeforeAreToldAfter() {
        begin(Stores.buildersAbove(), new AboveProcessor(this::output, NoTracing.TRACING, Duration.ofMillis(100)));
        read(5, changes(3));

        begin(List.of(), new AboveProcessor(this::output, NoTracing.TRACING, Duration.ofMillis(100)));
        read(6, changes(4));

        assertThat(cells()).containsExactly("PV31|population|-|1970-01-02=7");
        assertThat(cells()).isEmpty();
    }

    /** As after a transaction that failed: Kafka Streams begins the same task again, with its processor. */
    @Test
    void secondStageThatBeginsTwiceCountsOnce() {
        begin(Stores.buildersAbove(), new AboveProcessor(this::output, NoTracing.TRACING, Duration.ofMillis(100)));
        read(5, changes(3));
        begin(List.of(), processor);
        assertThat(cells()).containsExactly("PV31|population|-|1970-01-02=3");
    }

    /** As after a transaction that failed. */
    @Test
    void engineThatBeginsTwiceCountsOnce() throws IOException {
        begin(Stores.builders(), engine());
        send(arrival("e1", "2024-05-02"));
        begin(List.of(), processor);
        send(arrival("e2", "2024-05-02"));
        assertThat(residentsNow()).isEqualTo(2);
    }

    @Test
    void mutationThatWasNotToldBeforeIsToldAfterAndCounts() throws IOException {
        begin(Stores.builders(), engine());
        send(arrival("e1", "2024-05-02"));

        begin(List.of(), engine());

        assertThat(residentsNow()).isEqualTo(1);
        begin(List.of(), engine());
        send(arrival("e2", "2024-05-03"));
        assertThat(cells())
                .contains(HEERLEN + "|population|-|2024-05-03=1")
                .noneMatch(cell -> cell.startsWith(HEERLEN + "|population|-|2024-05-02"));
    }

    @Test
    void mutationThatComesIntoEffectBeforeItIsToldCounts() throws IOException {
        begin(Stores.builders(), engine());
        send(arrival("e1", "2024-06-01"));

        clock.set("2024-06-01T00:00:00");

        assertThat(residentsNow()).isEqualTo(1);
    }

    @Test
    void municipalityOnWhichNothingStandsAnyLongerGoesOnToStandThere() {
        begin(Stores.builders(), engine());
        Event arrival = arrival("e1", "2024-05-02");
        send(arrival);
        send(event("e2", new EventData.Retraction(HEERLEN, arrival.data().subject(), arrival.id(), null)));
        assertThat(dates()).containsOnly(LocalDate.parse("2024-05-31"));

        begin(List.of(), engine());
        dates();
        clock.set("2024-06-01T00:00:00");

        // Else the areas above it would wait for it for ever.
        assertThat(dates()).containsOnly(LocalDate.parse("2024-06-01"));
    }

    /** Before would be worked out with the table of now, and the difference be wrong. */
    @Test
    void stateOfAnotherTableOfAreasIsRefused() throws IOException {
        begin(Stores.builders(), engine());
        send(arrival("e1", "2024-05-02"));

        assertThatThrownBy(() -> begin(List.of(), engine(withoutGroups())))
                .isInstanceOf(OtherStateException.class)
                .hasMessageContaining("Rebuilding every figure");

        begin(List.of(), engine());
        assertThat(residentsNow()).isEqualTo(1);
    }

    @Test
    void stateInWhichNothingStandsTakesAnyTableOfAreas() throws IOException {
        begin(Stores.builders(), engine());
        context.setRecordMetadata(Topic.MUTATIONS.topicName(), 0, 0);
        processor.process(new Record<>("nonsense", new byte[0], 0, new RecordHeaders()));

        begin(List.of(), engine(withoutGroups()));
        send(arrival("e1", "2024-05-02"));
        assertThat(residentsNow()).isEqualTo(1);

        assertThatThrownBy(() -> begin(List.of(), engine())).isInstanceOf(OtherStateException.class);
    }

    private AreaTable withoutGroups() throws IOException {
        Path folder = Files.createDirectories(stateDir.resolve("areas"));
        Files.writeString(folder.resolve("areas.csv"), """
                code,name,level,parent
                NL,Nederland,country,
                PV31,Limburg,province,NL
                GM0917,Heerlen,municipality,PV31
                """);
        Files.writeString(folder.resolve("groups.csv"), "code,name,municipality,members\n");
        return AreaTable.in(folder);
    }

    private EngineProcessor engine() {
        return engine(areas);
    }

    private EngineProcessor engine(AreaTable areas) {
        return new EngineProcessor(
                areas,
                this::output,
                new Findings(json),
                new EngineMetrics(new SimpleMeterRegistry()),
                NoTracing.TRACING,
                clock,
                Duration.ofMillis(100),
                partition -> residues);
    }

    private Output output(org.apache.kafka.streams.processor.api.ProcessorContext<String, byte[]> to) {
        return new Output(to, new Snapshots(areas, json), new EngineMetrics(new SimpleMeterRegistry()), clock);
    }

    /** Begins with what is stored so far, and new stores. */
    private void begin(List<? extends StoreBuilder<?>> fresh, Processor<String, byte[], String, byte[]> begun) {
        Properties settings = new Properties();
        settings.put(StreamsConfig.APPLICATION_ID_CONFIG, "test");
        settings.put(StreamsConfig.BOOTSTRAP_SERVERS_CONFIG, "nowhere:1");
        context = new MockProcessorContext<>(settings, new TaskId(0, 0), stateDir.toFile());
        for (StoreBuilder<?> builder : fresh) {
            StateStore store =
                    builder.withLoggingDisabled().withCachingDisabled().build();
            store.init(context.getStateStoreContext(), store);
            stores.add(store);
        }
        stores.forEach(context::addStateStore);
        processor = begun;
        processor.init(context);
    }

    private void read(long offset, CellChanges changes) {
        context.setRecordMetadata(Topic.MUNICIPAL_FIGURES.topicName(), 0, offset);
        processor.process(new Record<>("PV31", changes.encode(), 0));
    }

    private static CellChanges changes(long residents) {
        CellChanges changes = new CellChanges();
        changes.add(1, Series.of(Measure.POPULATION), residents);
        return changes;
    }

    private static Event arrival(String id, String date) {
        return event(
                id,
                new EventData.Immigration(
                        "p-" + id,
                        HEERLEN,
                        LocalDate.parse(date),
                        PartialDate.parse("1990-01-01"),
                        new Residence("BU09172100", "h-" + id, null),
                        Place.country("DE")));
    }

    private static Event event(String id, EventData data) {
        return new Event(new EventId("urn:test", id), Instant.parse("2024-05-31T08:00:00Z"), data);
    }

    private void send(Event event) {
        processor.process(
                new Record<>(HEERLEN, EventJson.write(event.data()), 0, new RecordHeaders(EventHeaders.write(event))));
    }

    /** Lets a while pass, and gives the cells that went out. */
    private List<String> cells() {
        return out(Topic.LEDGER).stream()
                .map(cell -> cell.key() + "=" + new String(cell.value(), StandardCharsets.UTF_8))
                .toList();
    }

    /** Lets a while pass, and gives the dates on which the municipality was passed on to stand. */
    private List<LocalDate> dates() {
        return out(Topic.MUNICIPAL_FIGURES).stream()
                .map(passed -> Message.decode(passed.value()))
                .filter(MunicipalityTotals.class::isInstance)
                .map(totals -> ((MunicipalityTotals) totals).date())
                .toList();
    }

    /** Lets a while pass, and gives how many live in the municipality by the snapshot that went out. */
    private int residentsNow() throws IOException {
        byte[] snapshot = out(Topic.SNAPSHOTS).stream()
                .filter(sent -> sent.key().equals(HEERLEN))
                .reduce((before, after) -> after)
                .orElseThrow()
                .value();
        return json.readTree(snapshot).at("/indicators/population/value").asInt();
    }

    private List<Record<? extends String, ? extends byte[]>> out(Topic topic) {
        context.resetForwards();
        millis += 10_000;
        context.scheduledPunctuators().forEach(due -> due.getPunctuator().punctuate(millis));
        List<Record<? extends String, ? extends byte[]>> records = new ArrayList<>();
        context.forwarded(topic.topicName()).forEach(sent -> records.add(sent.record()));
        return records;
    }
}
