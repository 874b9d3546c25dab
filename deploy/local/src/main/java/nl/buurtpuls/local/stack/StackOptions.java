package nl.buurtpuls.local.stack;

import java.nio.file.Path;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.Map;
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
 * @param environment what a service is told beside, as environment variables; it counts before what the launcher says
 * @param brokerEnvironment environment variables of Kafka
 * @param jvms what the services run on
 */
public record StackOptions(
        Path home,
        DataFolder data,
        boolean fresh,
        Ports ports,
        Set<Service> services,
        Map<Service, Map<String, String>> environment,
        Map<String, String> brokerEnvironment,
        Jvms jvms) {
    public StackOptions {
        services = Set.copyOf(services);
        environment = Map.copyOf(environment);
        brokerEnvironment = Map.copyOf(brokerEnvironment);
    }

    /** With nothing to tell the services beside. */
    public StackOptions(Path home, DataFolder data, boolean fresh, Ports ports, Set<Service> services) {
        this(home, data, fresh, ports, services, Map.of(), Map.of(), Jvms.usual());
    }

    /** The whole stack, going on with what is in the folder. */
    public static StackOptions in(Path home, Path data, int portOffset) {
        return new StackOptions(home, new DataFolder(data), false, new Ports(portOffset), EnumSet.allOf(Service.class));
    }

    /** The same, with Kafka and PostgreSQL alone. */
    public StackOptions withoutServices() {
        return new StackOptions(home, data, fresh, ports, Set.of(), environment, brokerEnvironment, jvms);
    }

    /** The same, with a service that is told this beside all that it was told before. */
    public StackOptions telling(Service service, Map<String, String> more) {
        Map<Service, Map<String, String>> all = new HashMap<>(environment);
        Map<String, String> told = new HashMap<>(all.getOrDefault(service, Map.of()));
        told.putAll(more);
        all.put(service, Map.copyOf(told));
        return new StackOptions(home, data, fresh, ports, services, all, brokerEnvironment, jvms);
    }

    /** The same, with these environment variables for Kafka. */
    public StackOptions tellingKafka(Map<String, String> variables) {
        return new StackOptions(home, data, fresh, ports, services, environment, variables, jvms);
    }

    /** The same, with its services on these JVMs. */
    public StackOptions on(Jvms others) {
        return new StackOptions(home, data, fresh, ports, services, environment, brokerEnvironment, others);
    }
}
