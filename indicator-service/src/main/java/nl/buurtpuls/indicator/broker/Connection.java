package nl.buurtpuls.indicator.broker;

import jakarta.inject.Singleton;
import java.util.HashMap;
import java.util.Map;
import nl.buurtpuls.contract.topic.BrokerSettings;
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
}
