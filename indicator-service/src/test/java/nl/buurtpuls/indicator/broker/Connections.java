package nl.buurtpuls.indicator.broker;

import io.smallrye.config.SmallRyeConfigBuilder;

/** Makes connections for tests. */
public final class Connections {

    private Connections() {}

    public static Connection to(String bootstrapServers) {
        return new Connection(bootstrapServers, new SmallRyeConfigBuilder().build());
    }
}
