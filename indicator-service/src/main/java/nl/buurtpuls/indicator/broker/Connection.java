package nl.buurtpuls.indicator.broker;

import jakarta.inject.Singleton;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.CommonClientConfigs;
import org.eclipse.microprofile.config.Config;

/** How clients beside the stream reach the brokers: as the stream does. */
@Singleton
public class Connection {

    private static final String STREAM = "kafka-streams.";
    private static final List<String> SECURITY = List.of("security.", "ssl.", "sasl.");

    private final Map<String, Object> settings = new HashMap<>();

    Connection(Config config) {
        settings.put(
                CommonClientConfigs.BOOTSTRAP_SERVERS_CONFIG,
                config.getValue("quarkus.kafka-streams.bootstrap-servers", String.class));
        for (String name : config.getPropertyNames()) {
            if (name.startsWith(STREAM)) {
                String setting = name.substring(STREAM.length());
                if (SECURITY.stream().anyMatch(setting::startsWith)) {
                    config.getOptionalValue(name, String.class).ifPresent(value -> settings.put(setting, value));
                }
            }
        }
    }

    /** Settings of a client, to add to. */
    public Map<String, Object> settings() {
        return new HashMap<>(settings);
    }
}
