package nl.buurtpuls.endtoend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import nl.buurtpuls.local.stack.Service;
import nl.buurtpuls.local.stack.Stack;
import nl.buurtpuls.local.stack.StackOptions;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;

/**
 * The clock of the machine that the services run on is set while they work. Kafka and the database stand elsewhere and keep
 * the time.
 */
@Order(12)
@EnabledIf(value = "nl.buurtpuls.endtoend.SetClock#isExpected", disabledReason = "no /usr/bin/cc")
class ClockIT {

    /** Less than tokens last: they are made by the time that it is. */
    private static final Duration AHEAD = Duration.ofMinutes(45);

    private static Stack stack;
    private static HeadCount count;
    private static SetClock clock;

    @BeforeAll
    static void start() throws InterruptedException, IOException {
        Path folder = SharedStack.newFolder("clock-");
        clock = SetClock.in(folder);
        StackOptions options = StackOptions.in(SharedStack.HOME, folder, SharedStack.freeOffset());
        for (Service service : Service.values()) {
            options = options.telling(service, clock.environment());
        }
        stack = SharedStack.prepare(options);
        stack.start();
        count = new HeadCount(new Running(stack));
    }

    @AfterAll
    static void stop() {
        if (stack != null) {
            SharedStack.end(stack);
        }
    }

    @Test
    void figuresGoOnWhereItIsPutAheadAndWhereItIsPutBackTheServicesEndToBeStartedAgain() throws Exception {
        count.assertThatWhoComesIsCounted();

        clock.setTo(AHEAD);
        count.assertThatWhoComesIsCounted();
        // Until all have gone by that time: they look at the clock every second.
        Thread.sleep(3_000);

        clock.setTo(Duration.ZERO);
        assertThatAllEndAndSayWhy();
        for (Service service : Service.values()) {
            stack.restart(service);
        }
        count.assertThatWhoComesIsCounted();
    }

    private static void assertThatAllEndAndSayWhy() {
        for (Service service : Service.values()) {
            await().atMost(Patience.LIMIT)
                    .untilAsserted(
                            () -> assertThat(stack.process(service).isRunning()).isFalse());
            assertThat(stack.data().log(service.processName()))
                    .content()
                    .containsPattern("The clock was put back by (2699|2700) s");
        }
    }
}
