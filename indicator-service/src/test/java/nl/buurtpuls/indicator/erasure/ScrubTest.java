package nl.buurtpuls.indicator.erasure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import nl.buurtpuls.contract.event.ErasureHeaders;
import nl.buurtpuls.contract.event.ErasureRequest;
import nl.buurtpuls.contract.event.Event;
import nl.buurtpuls.contract.event.EventData;
import nl.buurtpuls.contract.event.EventData.BenefitGranted;
import nl.buurtpuls.contract.event.EventData.Emigration;
import nl.buurtpuls.contract.event.EventData.Immigration;
import nl.buurtpuls.contract.event.EventData.IntermunicipalMove;
import nl.buurtpuls.contract.event.EventData.MoveWithin;
import nl.buurtpuls.contract.event.EventData.Retraction;
import nl.buurtpuls.contract.event.EventData.Stand;
import nl.buurtpuls.contract.event.EventHeaders;
import nl.buurtpuls.contract.event.EventId;
import nl.buurtpuls.contract.event.EventJson;
import nl.buurtpuls.contract.event.PartialDate;
import nl.buurtpuls.contract.event.Place;
import nl.buurtpuls.contract.event.Residence;
import nl.buurtpuls.contract.event.Scheme;
import nl.buurtpuls.contract.event.Subject;
import nl.buurtpuls.contract.indicator.LedgerKey;
import nl.buurtpuls.contract.indicator.Measure.Kind;
import nl.buurtpuls.contract.topic.Generation;
import nl.buurtpuls.contract.topic.Topic;
import nl.buurtpuls.contract.topic.TopicCreation;
import nl.buurtpuls.indicator.broker.Connections;
import nl.buurtpuls.indicator.erasure.Scrub.Step;
import nl.buurtpuls.indicator.stream.RunningEngine;
import nl.buurtpuls.local.kafka.Kafka;
import nl.buurtpuls.local.kafka.TopicReader;
import nl.buurtpuls.local.process.DataFolder;
import nl.buurtpuls.oracle.Published;
import nl.buurtpuls.oracle.Worlds;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AlterConfigOp;
import org.apache.kafka.clients.admin.ConfigEntry;
import org.apache.kafka.clients.admin.RecordsToDelete;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.IsolationLevel;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.config.ConfigResource;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Erasure and scrub with a real broker and the whole engine: what is in the topics then, byte for byte. */
class ScrubTest {

    private static final int PARTITIONS = 2;
    private static final String ENGINE = "indicator-service";
    private static final String HEERLEN = "GM0917";
    private static final String BRUNSSUM = "GM0899";
    private static final String PERSON = "Erased-Person_0123456789";
    private static final String EVENTS = "event-of-erased-";
    private static final LocalDate DAY = LocalDate.parse("2024-06-01");
    private static final Duration SOON = Duration.ofMinutes(5);
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    @TempDir
    private Path folder;

    private Kafka kafka;
    private Producer<String, byte[]> producer;
    private RunningEngine engine;

    @BeforeEach
    void start() throws Exception {
        DataFolder data = new DataFolder(folder);
        data.prepare();
        kafka = Kafka.on(data, freePort(), freePort()).start();
        try (Admin admin = kafka.admin()) {
            TopicCreation.awaitCreated(
                    admin,
                    PARTITIONS,
                    List.of(
                            Topic.MUTATIONS,
                            Topic.MUNICIPAL_FIGURES,
                            Topic.RESIDUES,
                            Topic.LEDGER,
                            Topic.SNAPSHOTS,
                            Topic.FINDINGS,
                            Topic.DEAD_LETTERS),
                    Generation.FIRST,
                    failure -> {
                        throw failure;
                    });
            admin.incrementalAlterConfigs(Map.of(
                            new ConfigResource(ConfigResource.Type.BROKER, ""),
                            List.of(new AlterConfigOp(
                                    new ConfigEntry("log.cleaner.backoff.ms", "200"), AlterConfigOp.OpType.SET))))
                    .all()
                    .get();
        }
        producer = new KafkaProducer<>(
                Map.of("bootstrap.servers", kafka.bootstrapServers()),
                new StringSerializer(),
                new ByteArraySerializer());
        engine = new RunningEngine(kafka.bootstrapServers(), ENGINE, folder);
    }

    @AfterEach
    void stop() {
        engine.close();
        producer.close();
        kafka.close();
    }

    @Test
    void whateverStepItBreaksOffAtInTheEndNoTopicKnowsThePersonAndThePastIsTheSame() throws Exception {
        push(Worlds.random(7, 25, 400));
        push(lifeOf());
        write(HEERLEN, List.of(), ("garbage about " + PERSON).getBytes(StandardCharsets.UTF_8));
        awaitRead(ENGINE);
        Map<String, Long> before = ledger(Map.of());
        assertThat(topicsWith(PERSON)).contains(Topic.MUTATIONS.topicName(), Topic.DEAD_LETTERS.topicName());
        assertThat(topicsWith(EVENTS)).contains(Topic.FINDINGS.topicName());

        request("r-1");
        awaitRead(ENGINE);
        Map<String, Long> erased = ledger(Map.of());
        assertThat(daysBefore(erased)).isEqualTo(daysBefore(before));
        assertThat(population(erased)).isEqualTo(population(before) - 1);

        for (Step step : Step.values()) {
            assertThatThrownBy(() -> scrub(next -> {
                        if (next == step) {
                            throw new Stopped();
                        }
                    }))
                    .isInstanceOf(Stopped.class);
            awaitRead(ENGINE);
            assertThat(ledger(Map.of())).as("broken off before %s", step).isEqualTo(erased);
        }
        Scrub.Outcome outcome = scrub(step -> {});
        assertThat(outcome.met()).isPositive();
        assertThat(outcome.waiting()).isZero();
        assertThat(scrub(step -> {})).isEqualTo(new Scrub.Outcome(0, 0, 0, 0));
        awaitRead(ENGINE);

        assertThat(ledger(Map.of())).isEqualTo(erased);
        awaitNoTopicWith(PERSON, EVENTS);
        assertRebuildIs(erased);
    }

    @Test
    void whoIsErasedDuringAScrubIsNotBroughtBackByIt() throws Exception {
        push(Worlds.random(8, 10, 150));
        push(lifeOf());
        push(List.of(arrives("another", "other-1")));
        request("r-1");
        awaitRead(ENGINE);
        Map<String, Long> past = daysBefore(ledger(Map.of()));

        boolean[] requested = {false};
        Scrub.Outcome outcome = scrub(step -> {
            if (step == Step.CHECK && !requested[0]) {
                request("r-2", "another");
                requested[0] = true;
            }
        });
        awaitRead(ENGINE);
        Map<String, Long> erased = ledger(Map.of());

        assertThat(outcome.waiting()).isPositive();
        assertThat(daysBefore(erased)).isEqualTo(past);
        for (int i = 0; i < 3; i++) {
            scrub(step -> {});
        }
        awaitRead(ENGINE);
        assertThat(ledger(Map.of())).isEqualTo(erased);
        assertThat(topicsWith("\"another\"")).doesNotContain(Topic.MUTATIONS.topicName());
        assertRebuildIs(erased);
    }

    @Test
    void whatComesAfterTheRequestIsOfANewLifeAndStays() throws Exception {
        push(lifeOf());
        request("r-1");
        push(List.of(arrives(PERSON, "new-life")));
        awaitRead(ENGINE);
        Map<String, Long> erased = ledger(Map.of());
        int residents = population(erased);
        assertThat(residents).isEqualTo(1);

        scrub(step -> {});
        awaitRead(ENGINE);

        assertThat(ledger(Map.of())).isEqualTo(erased);
        assertThat(topicsWith(EVENTS)).doesNotContain(Topic.MUTATIONS.topicName());
        assertThat(topicsWith("new-life")).contains(Topic.MUTATIONS.topicName());
        assertRebuildIs(erased);
    }

    private static final class Stopped extends RuntimeException {
        private static final long serialVersionUID = 1L;
    }

    private Scrub.Outcome scrub(Scrub.Listener listener) throws InterruptedException {
        try (Topics topics = new Topics(Connections.to(kafka.bootstrapServers()), ENGINE)) {
            return new Scrub(topics, PATIENCE, listener).run();
        }
    }

    /** A new engine, without state and with other changelogs, gives the same cells. */
    private void assertRebuildIs(Map<String, Long> expected) throws Exception {
        engine.close();
        forgetMunicipalFigures();
        Map<TopicPartition, Long> told = ends(Topic.LEDGER);
        engine = new RunningEngine(kafka.bootstrapServers(), "another-engine", folder);
        awaitRead("another-engine");
        assertThat(withoutZeros(ledger(told))).isEqualTo(withoutZeros(expected));
    }

    /** They are changes: a second stage that is built anew must not add those of the engine before. */
    private void forgetMunicipalFigures() throws Exception {
        try (Admin admin = kafka.admin()) {
            Map<TopicPartition, RecordsToDelete> all = new HashMap<>();
            ends(Topic.MUNICIPAL_FIGURES).forEach((place, end) -> all.put(place, RecordsToDelete.beforeOffset(end)));
            admin.deleteRecords(all).all().get();
        }
    }

    private static Map<String, Long> withoutZeros(Map<String, Long> cells) {
        Map<String, Long> some = new TreeMap<>(cells);
        some.values().removeIf(value -> value == 0);
        return some;
    }

    /** Someone who lives alone in two municipalities after one another, with a grant, and errors that are findings. */
    private static List<Event> lifeOf() {
        Residence home = new Residence("BU09172100", "h-e", "d-e");
        Residence other = new Residence("BU08990000", "h-f", null);
        PartialDate born = PartialDate.parse("1980-05-12");
        Event wrong = ofErased(new MoveWithin(PERSON, HEERLEN, LocalDate.parse("2018-01-01"), home), 6);
        return List.of(
                ofErased(new Stand(PERSON, BRUNSSUM, LocalDate.parse("2014-01-01"), born, other, null), 1),
                ofErased(
                        new IntermunicipalMove(
                                PERSON,
                                HEERLEN,
                                LocalDate.parse("2016-03-01"),
                                born,
                                home,
                                Place.municipality(BRUNSSUM)),
                        2),
                ofErased(
                        new BenefitGranted(
                                PERSON, HEERLEN, LocalDate.parse("2019-02-01"), Scheme.SOCIAL_ASSISTANCE, null),
                        3),
                ofErased(new Emigration(PERSON, BRUNSSUM, LocalDate.parse("2020-01-01"), null), 4),
                ofErased(new BenefitGranted(PERSON, HEERLEN, LocalDate.parse("1950-01-01"), Scheme.OTHER, null), 5),
                wrong,
                ofErased(new Retraction(HEERLEN, new Subject.Person(PERSON), wrong.id(), null), 7));
    }

    private static Event ofErased(EventData data, int number) {
        return new Event(new EventId("urn:test", EVENTS + number), Instant.parse("2024-05-01T08:00:00Z"), data);
    }

    private static Event arrives(String person, String id) {
        return new Event(
                new EventId("urn:test", id),
                Instant.parse("2024-05-01T08:00:00Z"),
                new Immigration(
                        person,
                        HEERLEN,
                        LocalDate.parse("2023-02-01"),
                        PartialDate.parse("1990"),
                        new Residence("BU09172100", "h-" + id, null),
                        Place.country("DE")));
    }

    private void push(List<Event> events) {
        for (Published published : Published.all(events)) {
            Event event = published.event();
            write(published.key(), EventHeaders.write(event), EventJson.write(event.data()));
        }
    }

    private void write(String key, List<Header> headers, byte[] value) {
        producer.send(new ProducerRecord<>(Topic.MUTATIONS.topicName(), null, null, key, value, headers));
    }

    private void request(String id) {
        request(id, PERSON);
    }

    private void request(String id, String person) {
        ErasureRequest request = new ErasureRequest(id, Instant.parse("2024-06-01T10:00:00Z"), person, HEERLEN, DAY);
        for (int partition = 0; partition < PARTITIONS; partition++) {
            producer.send(new ProducerRecord<>(
                    Topic.MUTATIONS.topicName(),
                    partition,
                    null,
                    HEERLEN,
                    ErasureHeaders.data(request),
                    ErasureHeaders.write(request)));
        }
        producer.flush();
    }

    /** Waits until an engine has read all mutations and told what follows. */
    private void awaitRead(String group) {
        producer.flush();
        await().atMost(SOON).until(() -> {
            try (Topics topics = new Topics(Connections.to(kafka.bootstrapServers()), group)) {
                for (Partition partition : topics.partitions(Topic.MUTATIONS)) {
                    if (partition.begin() < partition.end() && topics.committed(partition) < partition.end()) {
                        return false;
                    }
                }
                return true;
            }
        });
        await().atMost(SOON)
                .pollDelay(Duration.ofMillis(500))
                .until(() -> ends(Topic.LEDGER).equals(endsAfterAWhile()));
    }

    private Map<TopicPartition, Long> endsAfterAWhile() throws InterruptedException {
        TimeUnit.MILLISECONDS.sleep(2500);
        return ends(Topic.LEDGER);
    }

    private Map<TopicPartition, Long> ends(Topic topic) {
        try (TopicReader<byte[]> reader = reader()) {
            return reader.ends(topic.topicName());
        }
    }

    /** The last value of each cell, of those that were told from some offsets on. */
    private Map<String, Long> ledger(Map<TopicPartition, Long> from) {
        Map<String, Long> cells = new TreeMap<>();
        for (ConsumerRecord<byte[], byte[]> record : read(Topic.LEDGER.topicName())) {
            TopicPartition place = new TopicPartition(record.topic(), record.partition());
            if (record.offset() >= from.getOrDefault(place, 0L)) {
                cells.put(text(record.key()), Long.parseLong(text(record.value())));
            }
        }
        return cells;
    }

    private static Map<String, Long> daysBefore(Map<String, Long> ledger) {
        Map<String, Long> cells = new TreeMap<>();
        ledger.forEach((key, value) -> {
            LedgerKey cell = LedgerKey.parse(key);
            boolean plane = cell != null && cell.measure().kind() == Kind.PLANE;
            if (cell != null
                    && value != 0
                    && cell.day().isBefore(DAY)
                    && (!plane || LocalDate.parse(cell.dimension()).isBefore(DAY))) {
                cells.put(key, value);
            }
        });
        return cells;
    }

    /** Residents of Heerlen on the day. */
    private static int population(Map<String, Long> ledger) {
        long residents = 0;
        for (Map.Entry<String, Long> cell : ledger.entrySet()) {
            LedgerKey key = LedgerKey.parse(cell.getKey());
            if (cell.getKey().startsWith(HEERLEN + "|population|")
                    && key != null
                    && !key.day().isAfter(DAY)) {
                residents += cell.getValue();
            }
        }
        return Math.toIntExact(residents);
    }

    /** Lets days pass, so that the broker may clean what it has, until no topic has any of the texts. */
    private void awaitNoTopicWith(String... texts) {
        int[] day = {2};
        await().atMost(Duration.ofSeconds(120))
                .pollInterval(Duration.ofSeconds(2))
                .untilAsserted(() -> {
                    engine.turnTo(String.format("2024-06-%02d", day[0]++));
                    TimeUnit.MILLISECONDS.sleep(500);
                    for (String text : texts) {
                        assertThat(topicsWith(text)).as(text).isEmpty();
                    }
                });
    }

    /** The topics that have a text in a key, value or header, changelogs too. */
    private Set<String> topicsWith(String text) {
        Set<String> found = new TreeSet<>();
        try (TopicReader<byte[]> reader = reader()) {
            for (String topic : reader.topics()) {
                if (!topic.startsWith("__") && reader.read(topic).stream().anyMatch(record -> holds(record, text))) {
                    found.add(topic);
                }
            }
        }
        return found;
    }

    private static boolean holds(ConsumerRecord<byte[], byte[]> record, String text) {
        return text(record.key()).contains(text)
                || text(record.value()).contains(text)
                || Arrays.stream(record.headers().toArray())
                        .anyMatch(header -> header.key().contains(text)
                                || text(header.value()).contains(text));
    }

    private static String text(byte[] bytes) {
        return bytes == null ? "" : new String(bytes, StandardCharsets.ISO_8859_1);
    }

    private List<ConsumerRecord<byte[], byte[]>> read(String topic) {
        try (TopicReader<byte[]> reader = reader()) {
            return reader.read(topic);
        }
    }

    private TopicReader<byte[]> reader() {
        return new TopicReader<>(kafka.bootstrapServers(), new ByteArrayDeserializer(), IsolationLevel.READ_COMMITTED);
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }
}
