package nl.buurtpuls.indicator.broker;

import io.smallrye.config.SmallRyeConfigBuilder;
import java.util.Map;

/** Makes connections for tests. */
public final class Connections {

    private Connections() {}

    public static Connection to(String bootstrapServers) {
        return new Connection(new SmallRyeConfigBuilder()
                .withDefaultValues(Map.of("quarkus.kafka-streams.bootstrap-servers", bootstrapServers))
                .build());
    }
}
