package nl.buurtpuls.report.map;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.smallrye.mutiny.helpers.test.UniAssertSubscriber;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import nl.buurtpuls.contract.area.Level;
import nl.buurtpuls.report.testing.Patience;
import nl.buurtpuls.report.testing.ServiceTest;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@ServiceTest
class PdokBoundariesTest {

    private static final Duration KEEP = Duration.ofDays(7);
    private static final Duration RETRY_AFTER = Duration.ofMinutes(1);
    private static final Duration TIMEOUT = Duration.ofSeconds(10);
    private static final String BUURTEN = "/collections/buurten/items?f=json&limit=1000&gemeentecode=GM0917";
    private static final String NEXT_BUURTEN = "/collections/buurten/items?cursor=a%7Cb&limit=1000";

    private final Steps clock = new Steps();
    private @Nullable PdokStub stub;

    /** A clock that is moved by hand. */
    private static final class Steps extends Clock {

        private volatile Instant now = Instant.EPOCH;

        @Override
        public Instant instant() {
            return now;
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            throw new UnsupportedOperationException("instants only");
        }
    }

    /** The configuration with PDOK at an address. */
    private record Config(Optional<URI> pdokUrl, Duration pdokTimeout) implements MapConfig {
        @Override
        public Optional<List<Path>> boundaries() {
            return Optional.empty();
        }

        @Override
        public String boundariesAttribution() {
            return "";
        }

        @Override
        public Duration pdokKeep() {
            return KEEP;
        }

        @Override
        public Duration pdokRetryAfter() {
            return RETRY_AFTER;
        }
    }

    @BeforeEach
    void start() throws IOException {
        stub = new PdokStub();
    }

    @AfterEach
    void stop() {
        stub().close();
    }

    @Test
    void theBuurtenOfAMunicipalityComePageByPage() {
        stub().page(BUURTEN, page("BU09171000", "https://elsewhere.example" + NEXT_BUURTEN));
        stub().page(NEXT_BUURTEN, page("BU09171001", null));

        Outlines outlines = ask(pdok(), Level.BUURT, "GM0917");

        assertThat(outlines.source()).isEqualTo("pdok");
        assertThat(outlines.attribution()).contains("CBS", "Kadaster");
        assertThat(outlines.byCode()).containsOnlyKeys("BU09171000", "BU09171001");
        assertThat(stub().asked()).containsExactly(BUURTEN, NEXT_BUURTEN);
    }

    @Test
    void municipalitiesAreAskedForAllAtOnce() {
        stub().page("/collections/gemeenten/items?f=json&limit=1000", page("GM0917", null));

        assertThat(ask(pdok(), Level.MUNICIPALITY, null).byCode()).containsOnlyKeys("GM0917");
    }

    @Test
    void whatWasFetchedIsNotAskedForAgainWhileItIsCurrent() {
        stub().page(BUURTEN, page("BU09171000", null));
        PdokBoundaries pdok = pdok();
        ask(pdok, Level.BUURT, "GM0917");

        pass(KEEP.minusSeconds(1));

        assertThat(ask(pdok, Level.BUURT, "GM0917").byCode()).hasSize(1);
        assertThat(stub().asked()).hasSize(1);
    }

    @Test
    void whatIsNoLongerCurrentIsUsedUntilThereIsNewer() {
        stub().page(BUURTEN, page("BU09171000", null));
        PdokBoundaries pdok = pdok();
        ask(pdok, Level.BUURT, "GM0917");
        stub().page(BUURTEN, page("BU09171001", null));

        pass(KEEP.plusSeconds(1));

        assertThat(ask(pdok, Level.BUURT, "GM0917").byCode()).containsOnlyKeys("BU09171000");
        await().atMost(Patience.LIMIT)
                .untilAsserted(() ->
                        assertThat(ask(pdok, Level.BUURT, "GM0917").byCode()).containsOnlyKeys("BU09171001"));
    }

    @Test
    void whatIsNoLongerCurrentIsKeptWhilePdokIsOutOfReach() {
        stub().page(BUURTEN, page("BU09171000", null));
        PdokBoundaries pdok = pdok();
        ask(pdok, Level.BUURT, "GM0917");
        stub().forget();

        pass(KEEP.plusSeconds(1));
        ask(pdok, Level.BUURT, "GM0917");
        await().atMost(TIMEOUT).until(() -> stub().asked().size() == 2);
        assertThat(ask(pdok, Level.BUURT, "GM0917").byCode()).containsOnlyKeys("BU09171000");

        stub().page(BUURTEN, page("BU09171001", null));
        await().atMost(TIMEOUT).untilAsserted(() -> {
            pass(RETRY_AFTER.plusSeconds(1));
            assertThat(ask(pdok, Level.BUURT, "GM0917").byCode()).containsOnlyKeys("BU09171001");
        });
    }

    @Test
    void whilePdokIsOutOfReachThereAreNoneAndItIsLeftAloneForAWhile() {
        PdokBoundaries pdok = pdok();

        assertThat(ask(pdok, Level.BUURT, "GM0917").byCode()).isEmpty();
        assertThat(ask(pdok, Level.BUURT, "GM0917").byCode()).isEmpty();
        assertThat(stub().asked()).hasSize(1);

        stub().page(BUURTEN, page("BU09171000", null));
        pass(RETRY_AFTER.plusSeconds(1));
        assertThat(ask(pdok, Level.BUURT, "GM0917").byCode()).hasSize(1);
    }

    @Test
    void aReaderWhoGoesAwayTakesNothingFromTheNext() {
        stub().page(BUURTEN, page("BU09171000", null));
        stub().hold();
        PdokBoundaries pdok = pdok();

        pdok.outlines(Level.BUURT, "GM0917")
                .subscribe()
                .withSubscriber(UniAssertSubscriber.create())
                .cancel();
        stub().release();

        assertThat(ask(pdok, Level.BUURT, "GM0917").byCode()).hasSize(1);
        assertThat(stub().asked()).hasSize(1);
    }

    @Test
    void aReaderDoesNotWaitForAServiceThatDoesNotAnswer() {
        stub().hold();
        PdokBoundaries pdok = pdok(Duration.ofMillis(200));

        assertThat(ask(pdok, Level.BUURT, "GM0917").byCode()).isEmpty();
    }

    @Test
    void anAnswerThatIsNoMapIsAsIfThereWereNone() {
        stub().page(BUURTEN, "<html>maintenance</html>");

        assertThat(ask(pdok(), Level.BUURT, "GM0917").byCode()).isEmpty();
    }

    @Test
    void aServiceThatGoesOnForEverIsNotFollowed() {
        stub().page(BUURTEN, page("BU09171000", NEXT_BUURTEN));
        stub().page(NEXT_BUURTEN, page("BU09171001", NEXT_BUURTEN));

        assertThat(ask(pdok(), Level.BUURT, "GM0917").byCode()).hasSize(2);
        assertThat(stub().asked()).hasSize(40);
    }

    @Test
    void anAddressWithoutAServiceGivesNone() {
        URI gone = stub().url();
        stub().close();

        PdokBoundaries pdok = new PdokBoundaries(new Config(Optional.of(gone), TIMEOUT), new ObjectMapper(), clock);

        assertThat(ask(pdok, Level.BUURT, "GM0917").byCode()).isEmpty();
    }

    @Test
    void withoutAnAddressNobodyIsAsked() {
        PdokBoundaries pdok = new PdokBoundaries(new Config(Optional.empty(), TIMEOUT), new ObjectMapper(), clock);

        assertThat(ask(pdok, Level.BUURT, "GM0917").byCode()).isEmpty();
    }

    private PdokBoundaries pdok() {
        return pdok(TIMEOUT);
    }

    private PdokBoundaries pdok(Duration timeout) {
        return new PdokBoundaries(new Config(Optional.of(stub().url()), timeout), new ObjectMapper(), clock);
    }

    private void pass(Duration time) {
        clock.now = clock.now.plus(time);
    }

    private static Outlines ask(PdokBoundaries pdok, Level level, @Nullable String municipality) {
        return pdok.outlines(level, municipality).await().atMost(TIMEOUT.plusSeconds(5));
    }

    private PdokStub stub() {
        PdokStub running = stub;
        assertThat(running).isNotNull();
        return running;
    }

    private static String page(String code, @Nullable String next) {
        String links = next == null ? "" : "{\"rel\": \"next\", \"href\": \"" + next + "\"}";
        return BoundaryFilesTest.collection(code).strip().replaceFirst("\\{", "{\"links\": [" + links + "],");
    }
}
