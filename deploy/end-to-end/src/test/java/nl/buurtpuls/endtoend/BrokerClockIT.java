package nl.buurtpuls.endtoend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import nl.buurtpuls.contract.event.Event;
import nl.buurtpuls.local.stack.Stack;
import nl.buurtpuls.local.stack.StackOptions;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.condition.EnabledIf;

/** The clock of Kafka alone is set while all work. By it a broker refuses what is of more than an hour from now. */
@Order(12)
@EnabledIf(value = "nl.buurtpuls.endtoend.SetClock#isExpected", disabledReason = "no /usr/bin/cc")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class BrokerClockIT {

    private Stack stack;
    private Running running;
    private SetClock clock;
    private HeadCount count;

    @BeforeAll
    void start() throws InterruptedException, IOException {
        Path folder = SharedStack.newFolder("broker-clock-");
        clock = SetClock.in(folder);
        stack = SharedStack.prepare(StackOptions.in(SharedStack.HOME, folder, SharedStack.freeOffset())
                .tellingKafka(clock.environment()));
        stack.start();
        running = new Running(stack);
        count = new HeadCount(running);
    }

    @AfterAll
    void stop() {
        if (stack != null) {
            SharedStack.end(stack);
        }
    }

    @Test
    @Order(1)
    void putAheadAndBackItChangesNothing() throws Exception {
        count.assertThatWhoComesIsCounted();

        clock.setTo(Duration.ofHours(3));
        count.assertThatWhoComesIsCounted();

        clock.setTo(Duration.ZERO);
        count.assertThatWhoComesIsCounted();
    }

    @Test
    @Order(2)
    void whileItIsTooFarBehindNothingIsPromisedAndThenAllGoesOn() throws Exception {
        clock.setTo(Duration.ofHours(-2));
        Event refused = count.next();
        assertThat(running.post(List.of(refused)).statusCode()).isEqualTo(503);

        clock.setTo(Duration.ZERO);

        await().atMost(Patience.LIMIT)
                .until(() -> running.post(List.of(refused)).statusCode() == 202);
        count.came();
        count.assertThatWhoComesIsCounted();
    }
}
