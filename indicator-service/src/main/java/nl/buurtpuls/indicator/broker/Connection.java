package nl.buurtpuls.indicator.broker;

import jakarta.inject.Singleton;
import java.util.HashMap;
import java.util.Map;
import nl.buurtpuls.contract.topic.BrokerSettings;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.eclipse.microprofile.config.Config;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** How clients beside the stream reach the brokers: as the stream does. */
@Singleton
public class Connection {

    private final Map<String, Object> settings;

    Connection(
            @ConfigProperty(name = "quarkus.kafka-streams.bootstrap-servers") String bootstrapServers, Config config) {
        settings = BrokerSettings.of(bootstrapServers, name -> config.getOptionalValue(name, String.class));
    }

    /** Settings of a client, to add to. */
    public Map<String, Object> settings() {
        return new HashMap<>(settings);
    }

    /** Settings of a consumer that reads what is committed, up to an end that it knows. */
    public Map<String, Object> reading() {
        Map<String, Object> reading = settings();
        reading.put(ConsumerConfig.ISOLATION_LEVEL_CONFIG, "read_committed");
        reading.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
        // At the end of a topic a broker would wait for half a second whether there is more.
        reading.put(ConsumerConfig.FETCH_MAX_WAIT_MS_CONFIG, 10);
        return reading;
    }
}
