package nl.buurtpuls.ingest.body;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.vertx.core.buffer.Buffer;
import java.util.Arrays;
import java.util.Random;
import java.util.concurrent.Semaphore;
import nl.buurtpuls.ingest.problem.ProblemException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BodyTest {

    private static final int MIB = 1024 * 1024;
    private static final int PAGES = 64 * MIB / Body.PAGE;

    private final Semaphore free = new Semaphore(PAGES);

    @AfterEach
    void allMemoryIsGivenBack() {
        assertThat(free.availablePermits()).isEqualTo(PAGES);
    }

    @ParameterizedTest
    @CsvSource({
        "0, 0, 1000",
        "1, -1, 1000",
        "8192, 8192, 8192",
        "100000, 100000, 8192",
        "100000, -1, 1",
        "3000000, -1, 8192",
        "3000000, 1, 8192",
        "3000000, 2999999, 8192",
        "3000000, 3000000, 8192",
        "3000000, 3000001, 8192",
        "33554432, -1, 65536",
        "33554432, 33554432, 65536"
    })
    void isWhatCameWhateverLengthWasNamed(int length, long declared, int step) {
        byte[] sent = new byte[length];
        new Random(length).nextBytes(sent);

        try (Body body = new Body(free, declared)) {
            for (int from = 0; from < length; from += step) {
                body.add(Buffer.buffer(Arrays.copyOfRange(sent, from, Math.min(length, from + step))));
            }
            assertThat(Arrays.equals(sent, 0, length, body.bytes(), 0, body.length()))
                    .isTrue();
        }
    }

    @Test
    void oneByteTooMuchIsRefusedWhateverLengthWasNamed() {
        try (Body body = new Body(free, 5)) {
            for (int i = 0; i < Body.LONGEST / MIB; i++) {
                body.add(Buffer.buffer(new byte[MIB]));
            }
            assertThatThrownBy(() -> body.add(Buffer.buffer(new byte[1])))
                    .isInstanceOf(ProblemException.class)
                    .hasMessageContaining("32 MiB");
        }
    }

    @Test
    void lengthThatIsNamedTooLargeIsRefusedAtTheFirstByte() {
        try (Body body = new Body(free, Body.LONGEST + 1L)) {
            assertThatThrownBy(() -> body.add(Buffer.buffer(new byte[1]))).isInstanceOf(ProblemException.class);
        }
    }

    @Test
    void namingALengthTakesNoMemory() {
        try (Body body = new Body(free, Body.LONGEST)) {
            body.add(Buffer.buffer(new byte[1000]));

            assertThat(PAGES - free.availablePermits()).isEqualTo(1);
        }
    }

    @Test
    void bodiesBeyondTheBudgetAreToldToComeAgainAndThenFit() {
        try (Body first = large();
                Body second = large()) {
            assertThat(first.length() + second.length()).isEqualTo(60 * MIB);
            assertThatThrownBy(this::large)
                    .isInstanceOfSatisfying(
                            ProblemException.class,
                            problem -> assertThat(problem.retryAfter()).isNotNull());
            try (Body small = new Body(free, -1)) {
                small.add(Buffer.buffer(new byte[1000]));
            }
        }
        large().close();
    }

    private Body large() {
        Body body = new Body(free, 30 * MIB);
        try {
            for (int i = 0; i < 30; i++) {
                body.add(Buffer.buffer(new byte[MIB]));
            }
            return body;
        } catch (ProblemException e) {
            body.close();
            throw e;
        }
    }

    @Test
    void whatReadingGivesCountsToo() {
        try (Body body = new Body(free, 1000)) {
            body.add(Buffer.buffer(new byte[1000]));
            for (int error = 0; error < 80_000; error++) {
                body.hold(256);
            }
            assertThatThrownBy(() -> body.hold(60 * MIB)).isInstanceOf(ProblemException.class);
        }
    }
}
