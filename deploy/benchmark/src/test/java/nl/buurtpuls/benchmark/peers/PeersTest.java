package nl.buurtpuls.benchmark.peers;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import nl.buurtpuls.benchmark.recount.Cells;
import nl.buurtpuls.benchmark.recount.Exactness;
import nl.buurtpuls.contract.event.Event;
import nl.buurtpuls.contract.event.EventHeaders;
import nl.buurtpuls.contract.event.EventJson;
import nl.buurtpuls.contract.event.Scheme;
import nl.buurtpuls.contract.topic.Topic;
import nl.buurtpuls.oracle.Lives;
import nl.buurtpuls.oracle.Published;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.apache.kafka.streams.StreamsConfig;
import org.apache.kafka.streams.TopologyTestDriver;
import org.apache.kafka.streams.test.TestRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The peers are no straw men: what they are made for they count as plain counting does. */
class PeersTest {

    private static final List<String> BUURTEN = List.of(Lives.WEGGEBEKKER, Lives.UTERWEG, Lives.PASSART, Lives.CENTRUM);
    private static final List<LocalDate> DATES = LocalDate.parse("2014-01-01")
            .datesUntil(LocalDate.parse("2021-01-01"))
            .toList();

    /** In the order in which it happened. */
    private static final List<Event> EVENTS = Lives.of(
            Lives.resident("anna")
                    .livesIn(Lives.WEGGEBEKKER)
                    .from("2014-01-01")
                    .receives(Scheme.SOCIAL_ASSISTANCE)
                    .from("2015-03-01")
                    .movesTo(Lives.PASSART)
                    .on("2016-03-01")
                    .noLongerReceives(Scheme.SOCIAL_ASSISTANCE)
                    .from("2017-05-01")
                    .dies()
                    .on("2019-01-07"),
            Lives.resident("bram")
                    .immigratesTo(Lives.UTERWEG)
                    .on("2015-02-03")
                    .receives(Scheme.DISABILITY)
                    .from("2015-05-01")
                    .receives(Scheme.SOCIAL_ASSISTANCE)
                    .from("2015-06-01")
                    .movesTo(Lives.CENTRUM)
                    .on("2018-08-08")
                    .emigrates()
                    .on("2018-12-31"),
            Lives.resident("cato").isBornIn(Lives.PASSART).on("2016-02-29"));

    @Test
    void theDatabaseIsExactWhateverComesLate() throws Exception {
        List<Event> sent = new ArrayList<>(EVENTS);
        sent.addAll(Corrections.of(EVENTS, Lives.HEERLEN, BUURTEN, 2, Instant.parse("2020-01-01T12:00:00Z")));
        sent.addAll(EVENTS);
        assertThat(sent.size()).isGreaterThan(2 * EVENTS.size());

        List<Mutation> rows = Published.all(sent).stream()
                .flatMap(record -> Mutation.of(record.event(), Lives.HEERLEN).stream())
                .toList();
        try (SqlPeer peer = Databases.duckDb(() -> rows)) {
            peer.begin();

            assertThat(different(sent, peer.cells())).isZero();
        }
    }

    @Test
    void theStreamIsExactAsLongAsAllComesInOrder(@TempDir Path state) {
        assertThat(different(EVENTS, streamed(EVENTS, state))).isZero();
    }

    @Test
    void theStreamIsNotWhereThePastIsCorrected(@TempDir Path state) {
        List<Event> sent = new ArrayList<>(EVENTS);
        sent.addAll(Corrections.of(EVENTS, Lives.HEERLEN, BUURTEN, 2, Instant.parse("2020-01-01T12:00:00Z")));

        assertThat(different(sent, streamed(sent, state))).isPositive();
    }

    private static int different(List<Event> sent, Cells cells) {
        return Exactness.of(sent, Lives.HEERLEN, BUURTEN, DATES).different(cells);
    }

    private static Cells streamed(List<Event> sent, Path state) {
        Properties settings = new Properties();
        settings.put(StreamsConfig.APPLICATION_ID_CONFIG, "peer");
        settings.put(StreamsConfig.BOOTSTRAP_SERVERS_CONFIG, "none:1");
        settings.put(StreamsConfig.STATE_DIR_CONFIG, state.toString());
        Cells cells = new Cells();
        try (TopologyTestDriver driver = new TopologyTestDriver(DslPeer.topology(Lives.HEERLEN), settings)) {
            var topic = driver.createInputTopic(
                    Topic.MUTATIONS.topicName(), new StringSerializer(), new ByteArraySerializer());
            for (Published record : Published.all(sent)) {
                topic.pipeInput(new TestRecord<>(
                        record.key(),
                        EventJson.write(record.event().data()),
                        new RecordHeaders(EventHeaders.write(record.event()))));
            }
            driver.createOutputTopic(DslPeer.FIGURES, new StringDeserializer(), new StringDeserializer())
                    .readKeyValuesToMap()
                    .forEach((key, value) ->
                            DslPeer.cell(key).ifPresent(cell -> cells.put(cell, Long.parseLong(value))));
        }
        return cells;
    }
}
