package nl.buurtpuls.local.stack;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import nl.buurtpuls.local.process.Command;

/**
 * What the services of a stack run on.
 *
 * @param program the {@code java} of a JDK
 * @param heaps the most heap of a service, as {@code -Xmx} takes it, where that is not the usual
 */
public record Jvms(Path program, Map<Service, String> heaps) {
    public Jvms {
        heaps = Map.copyOf(heaps);
    }

    /** The JDK of this process, and the usual heaps. */
    public static Jvms usual() {
        return new Jvms(Command.javaProgram(), Map.of());
    }

    /** The same heaps on another JDK. */
    public Jvms of(Path jdk) {
        return new Jvms(jdk.toAbsolutePath().resolve("bin").resolve("java"), heaps);
    }

    /** The same with another heap for a service, such as {@code 512m}. */
    public Jvms with(Service service, String heap) {
        Map<Service, String> all = new HashMap<>(heaps);
        all.put(service, heap);
        return new Jvms(program, all);
    }

    String heap(Service service) {
        String given = heaps.get(service);
        return given == null ? service.heap() : "-Xmx" + given;
    }
}
