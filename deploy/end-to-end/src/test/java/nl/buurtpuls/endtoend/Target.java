package nl.buurtpuls.endtoend;

import java.util.List;
import nl.buurtpuls.local.process.Part;
import nl.buurtpuls.local.process.StartFailure;
import nl.buurtpuls.local.stack.Service;
import nl.buurtpuls.local.stack.Stack;

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
    INGEST {
        @Override
        Part in(Stack stack) {
            return stack.process(Service.INGEST);
        }

        @Override
        void startOnce(Stack stack) throws InterruptedException {
            stack.restart(Service.INGEST);
        }
    },
    INDICATOR {
        @Override
        Part in(Stack stack) {
            return stack.process(Service.INDICATOR);
        }

        @Override
        void startOnce(Stack stack) throws InterruptedException {
            stack.restart(Service.INDICATOR);
        }
    },
    REPORT {
        @Override
        Part in(Stack stack) {
            return stack.process(Service.REPORT);
        }

        @Override
        void startOnce(Stack stack) throws InterruptedException {
            stack.restart(Service.REPORT);
        }
    };

    /** What the services stand on. */
    static final List<Target> GROUND = List.of(KAFKA, POSTGRES);

    static final List<Target> SERVICES = List.of(INGEST, INDICATOR, REPORT);

    private static final int STARTS = 10;

    /** Its process. */
    abstract Part in(Stack stack);

    abstract void startOnce(Stack stack) throws InterruptedException;

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
