package nl.buurtpuls.indicator.stream;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Properties;
import nl.buurtpuls.contract.area.AreaTable;
import nl.buurtpuls.indicator.broker.Connections;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.common.config.TopicConfig;
import org.apache.kafka.streams.KafkaStreams;
import org.apache.kafka.streams.StreamsConfig;

/** The whole engine on a real broker, with state and changelogs of its own; brokers clean these as soon as they can. */
public final class RunningEngine implements AutoCloseable {

    private final SteppedClock clock = new SteppedClock("2024-06-01T12:00:00");
    private final KafkaStreams streams;

    /** @param group names the engine; another one begins without state */
    public RunningEngine(String bootstrapServers, String group, Path stateDir) {
        Properties settings = new Properties();
        settings.put(StreamsConfig.APPLICATION_ID_CONFIG, group);
        settings.put(StreamsConfig.BOOTSTRAP_SERVERS_CONFIG, bootstrapServers);
        settings.put(StreamsConfig.STATE_DIR_CONFIG, stateDir.resolve(group).toString());
        settings.put(StreamsConfig.PROCESSING_GUARANTEE_CONFIG, StreamsConfig.EXACTLY_ONCE_V2);
        settings.put(StreamsConfig.COMMIT_INTERVAL_MS_CONFIG, 100);
        settings.put(StreamsConfig.NUM_STREAM_THREADS_CONFIG, 1);
        settings.put(StreamsConfig.consumerPrefix(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG), "earliest");
        settings.put(StreamsConfig.topicPrefix(TopicConfig.MAX_COMPACTION_LAG_MS_CONFIG), "500");
        settings.put(StreamsConfig.topicPrefix(TopicConfig.DELETE_RETENTION_MS_CONFIG), "0");
        settings.put(StreamsConfig.topicPrefix(TopicConfig.MIN_CLEANABLE_DIRTY_RATIO_CONFIG), "0.0");
        AreaTable areas = AreaTable.shipped();
        ObjectMapper json = new ObjectMapper()
                .registerModule(new JavaTimeModule())
                .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS);
        streams = new KafkaStreams(
                new IndicatorTopology()
                        .topology(
                                areas,
                                new Snapshots(areas, json),
                                new Findings(json),
                                new EngineMetrics(new SimpleMeterRegistry()),
                                NoTracing.TRACING,
                                clock,
                                new TestSettings(2),
                                new ResidueTopic(Connections.to(bootstrapServers)),
                                new StateFolder(stateDir)),
                settings);
        streams.start();
    }

    /** Turns to a day. */
    public void turnTo(String day) {
        clock.set(day + "T12:00:00");
    }

    @Override
    public void close() {
        streams.close(Duration.ofSeconds(30));
    }
}
