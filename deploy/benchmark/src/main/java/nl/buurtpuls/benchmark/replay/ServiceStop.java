package nl.buurtpuls.benchmark.replay;

import nl.buurtpuls.local.stack.Service;
import nl.buurtpuls.local.stack.Stack;
import org.apache.kafka.clients.admin.Admin;

/** Stops the engine of a stack so that a successor need not wait for it. */
public final class ServiceStop {
    private ServiceStop() {}

    /** Stops it and ends its membership of its group. */
    public static void indicator(Stack stack) throws InterruptedException {
        stack.process(Service.INDICATOR).close();
        try (Admin admin = stack.kafka().admin()) {
            new Offsets(admin).forgetMembers(Service.INDICATOR.processName());
        }
    }
}
