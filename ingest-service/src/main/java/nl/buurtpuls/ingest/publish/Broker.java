package nl.buurtpuls.ingest.publish;

import jakarta.inject.Singleton;
import java.util.HashMap;
import java.util.Map;
import nl.buurtpuls.contract.topic.BrokerSettings;
import org.eclipse.microprofile.config.Config;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** The brokers, as every client of this service reaches them. */
@Singleton
public class Broker {

    private final Map<String, Object> settings;

    Broker(@ConfigProperty(name = "kafka.bootstrap.servers") String bootstrapServers, Config config) {
        settings = BrokerSettings.of(bootstrapServers, name -> config.getOptionalValue(name, String.class));
    }

    /** Settings of a client, to add to. */
    public Map<String, Object> settings() {
        return new HashMap<>(settings);
    }
}
