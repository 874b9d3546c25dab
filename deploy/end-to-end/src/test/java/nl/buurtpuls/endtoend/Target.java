package nl.buurtpuls.endtoend;

import java.util.List;
import java.util.Objects;
import nl.buurtpuls.local.process.Part;
import nl.buurtpuls.local.process.StartFailure;
import nl.buurtpuls.local.stack.Service;
import nl.buurtpuls.local.stack.Stack;
import org.jspecify.annotations.Nullable;

/** A part of the stack that can be broken. */
enum Target {
    KAFKA {
        @Override
        Part in(Stack stack) {
            return stack.kafka().part();
        }

        @Override
        void startOnce(Stack stack) throws InterruptedException {
            stack.kafka().start();
        }
    },
    POSTGRES {
        @Override
        Part in(Stack stack) {
            return stack.postgres().part();
        }

        @Override
        void startOnce(Stack stack) throws InterruptedException {
            stack.postgres().start();
        }
    },
    INGEST(Service.INGEST),
    INDICATOR(Service.INDICATOR),
    REPORT(Service.REPORT);

    /** What the services stand on. */
    static final List<Target> GROUND = List.of(KAFKA, POSTGRES);

    static final List<Target> SERVICES = List.of(INGEST, INDICATOR, REPORT);

    private static final int STARTS = 10;

    private final @Nullable Service service;

    Target() {
        this(null);
    }

    Target(@Nullable Service service) {
        this.service = service;
    }

    /** Its process. */
    Part in(Stack stack) {
        return stack.process(Objects.requireNonNull(service));
    }

    void startOnce(Stack stack) throws InterruptedException {
        stack.restart(Objects.requireNonNull(service));
    }

    /**
     * Starts it and waits until it is ready. Who ends because what it needs is away is started again, as whatever
     * supervises services does.
     *
     * @return how often it ended by itself before it was ready
     */
    int start(Stack stack) throws InterruptedException {
        for (int ended = 0; ; ended++) {
            try {
                startOnce(stack);
                return ended;
            } catch (StartFailure e) {
                if (ended == STARTS || in(stack).isRunning()) {
                    throw e;
                }
            }
        }
    }
}
