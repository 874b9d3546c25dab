package nl.buurtpuls.contract.topic;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.apache.kafka.clients.CommonClientConfigs;
import org.apache.kafka.clients.admin.AdminClientConfig;

/**
 * How clients reach the brokers: where these are, and by which TLS and SASL. An operator says it once
 * ({@code kafka.ssl.truststore.location}, as a variable {@code KAFKA_SSL_TRUSTSTORE_LOCATION}), and it holds for every
 * client of a service; those that the platform makes read the same names.
 */
public final class BrokerSettings {

    private static final String PREFIX = "kafka.";
    private static final List<String> SECURITY = List.of("security.", "ssl.", "sasl.");

    private BrokerSettings() {}

    /**
     * Settings of a client, to add to.
     *
     * @param bootstrapServers host:port, between commas
     * @param property the value of a property of the service, if it is set
     */
    public static Map<String, Object> of(String bootstrapServers, Function<String, Optional<String>> property) {
        Map<String, Object> settings = new HashMap<>();
        settings.put(CommonClientConfigs.BOOTSTRAP_SERVERS_CONFIG, bootstrapServers);
        // By the names that Kafka knows, not by those that are set: a variable does not tell dots from underscores.
        for (String name : AdminClientConfig.configNames()) {
            if (SECURITY.stream().anyMatch(name::startsWith)) {
                property.apply(PREFIX + name).ifPresent(value -> settings.put(name, value));
            }
        }
        return settings;
    }
}
