package nl.buurtpuls.local.stack;

import java.nio.file.Path;
import java.util.EnumSet;
import java.util.Set;
import nl.buurtpuls.local.process.DataFolder;

/**
 * Which stack to start.
 *
 * @param home the folder of the project, with the built services in it
 * @param data where the stack keeps what it has
 * @param fresh whether what an earlier run has left there is removed first
 * @param ports where it listens
 * @param services which services to start; a benchmark or a test may want Kafka and PostgreSQL alone
 */
public record StackOptions(Path home, DataFolder data, boolean fresh, Ports ports, Set<Service> services) {
    public StackOptions {
        services = Set.copyOf(services);
    }

    /** The whole stack, going on with what is in the folder. */
    public static StackOptions in(Path home, Path data, int portOffset) {
        return new StackOptions(home, new DataFolder(data), false, new Ports(portOffset), EnumSet.allOf(Service.class));
    }

    /** The same, with Kafka and PostgreSQL alone. */
    public StackOptions withoutServices() {
        return new StackOptions(home, data, fresh, ports, Set.of());
    }
}
