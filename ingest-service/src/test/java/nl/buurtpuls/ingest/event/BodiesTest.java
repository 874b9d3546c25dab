package nl.buurtpuls.ingest.event;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PipedInputStream;
import java.io.PipedOutputStream;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import nl.buurtpuls.ingest.event.Bodies.Body;
import nl.buurtpuls.ingest.problem.ProblemException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BodiesTest {

    private final Bodies bodies = new Bodies(64L * 1024 * 1024, Duration.ofMinutes(1));

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 16 * 1024 - 1, 16 * 1024, 16 * 1024 + 1, 100_000, Bodies.LONGEST})
    void bodyIsReadWhole(int length) throws IOException {
        byte[] sent = new byte[length];
        new Random(length).nextBytes(sent);

        try (Body body = bodies.read(new ByteArrayInputStream(sent), -1)) {
            assertThat(Arrays.equals(sent, 0, length, body.bytes(), 0, body.length()))
                    .isTrue();
        }
        assertThat(bodies.areAllClosed()).isTrue();
    }

    @Test
    void oneByteTooMuchIsRefusedWhateverLengthWasNamed() {
        byte[] sent = new byte[Bodies.LONGEST + 1];

        assertThatThrownBy(() -> bodies.read(new ByteArrayInputStream(sent), 5))
                .isInstanceOf(ProblemException.class)
                .hasMessageContaining("32 MiB");
        assertThat(bodies.areAllClosed()).isTrue();
    }

    @Test
    void lengthThatIsNamedFarTooLargeIsRefusedUnread() {
        InputStream unread = new InputStream() {
            @Override
            public int read() {
                throw new AssertionError("read");
            }
        };

        assertThatThrownBy(() -> bodies.read(unread, 5_000_000_000L)).isInstanceOf(ProblemException.class);
    }

    @Test
    void whileManyAreWaitedForOnlyWhatIsHereWholeIsRead() throws Exception {
        List<PipedOutputStream> senders = new ArrayList<>();
        ExecutorService readers = Executors.newCachedThreadPool();
        List<Future<?>> waiting = new ArrayList<>();
        for (int i = 0; i < Bodies.MOST_WAITED_FOR; i++) {
            PipedOutputStream sender = new PipedOutputStream();
            PipedInputStream slow = new PipedInputStream(sender);
            senders.add(sender);
            waiting.add(readers.submit(() -> {
                bodies.read(slow, 10).close();
                return null;
            }));
        }
        await(() -> bodies.waitedFor() == Bodies.MOST_WAITED_FOR);

        assertThatThrownBy(() -> bodies.read(new PipedInputStream(new PipedOutputStream()), 10))
                .isInstanceOf(ProblemException.class);
        bodies.read(new ByteArrayInputStream(new byte[10]), 10).close();

        for (PipedOutputStream sender : senders) {
            sender.close();
        }
        for (Future<?> each : waiting) {
            each.get(30, TimeUnit.SECONDS);
        }
        readers.shutdown();
        assertThat(bodies.waitedFor()).isZero();
        bodies.read(new ByteArrayInputStream(new byte[10]), -1).close();
    }

    private static void await(BooleanSupplier condition) throws InterruptedException {
        for (int i = 0; i < 3000 && !condition.getAsBoolean(); i++) {
            Thread.sleep(10);
        }
        assertThat(condition.getAsBoolean()).isTrue();
    }

    @Test
    void bodiesBeyondTheBudgetAreToldToComeAgainAndThenFit() throws IOException {
        byte[] large = new byte[30 * 1024 * 1024];

        try (Body first = bodies.read(new ByteArrayInputStream(large), -1)) {
            assertThat(first.length()).isEqualTo(large.length);
            assertThatThrownBy(() -> bodies.read(new ByteArrayInputStream(large), -1))
                    .isInstanceOfSatisfying(
                            ProblemException.class,
                            problem -> assertThat(problem.retryAfter()).isNotNull());
            try (Body small = bodies.read(new ByteArrayInputStream(new byte[1000]), -1)) {
                assertThat(small.length()).isEqualTo(1000);
            }
        }
        try (Body again = bodies.read(new ByteArrayInputStream(large), -1)) {
            assertThat(again.length()).isEqualTo(large.length);
        }
        assertThat(bodies.areAllClosed()).isTrue();
    }

    @Test
    void whatReadingGivesCountsToo() throws IOException {
        try (Body body = bodies.read(new ByteArrayInputStream(new byte[1000]), 1000)) {
            for (int error = 0; error < 80_000; error++) {
                body.hold(256);
            }
            assertThatThrownBy(() -> body.hold(60 * 1024 * 1024)).isInstanceOf(ProblemException.class);
        }
        assertThat(bodies.areAllClosed()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(longs = {-1, 1, 2_000_000, 20_000_000, 2_999_999, 3_000_000, 3_000_001})
    void bodyIsReadWholeWhateverLengthWasNamed(long declared) throws IOException {
        try (Body body = bodies.read(new ByteArrayInputStream(new byte[3_000_000]), declared)) {
            assertThat(body.length()).isEqualTo(3_000_000);
        }
        assertThat(bodies.areAllClosed()).isTrue();
    }

    @Test
    void brokenConnectionHoldsNoMemory() {
        InputStream broken = new InputStream() {
            private int left = 100_000;

            @Override
            public int read() throws IOException {
                if (left-- <= 0) {
                    throw new IOException("connection reset");
                }
                return 'x';
            }
        };

        assertThatThrownBy(() -> bodies.read(broken, -1)).hasMessage("connection reset");
        assertThat(bodies.areAllClosed()).isTrue();
    }
}
