package nl.buurtpuls.report.stream;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import io.restassured.RestAssured;
import jakarta.inject.Inject;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import nl.buurtpuls.contract.access.Roles;
import nl.buurtpuls.contract.indicator.Measure;
import nl.buurtpuls.contract.snapshot.Point;
import nl.buurtpuls.contract.snapshot.Snapshot;
import nl.buurtpuls.local.token.Grant;
import nl.buurtpuls.report.testing.Keys;
import nl.buurtpuls.report.testing.Noon;
import nl.buurtpuls.report.testing.Patience;
import nl.buurtpuls.report.testing.Publisher;
import nl.buurtpuls.report.testing.ServiceTest;
import org.awaitility.core.ThrowingRunnable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@ServiceTest
@TestProfile(StreamTest.FewAndQuick.class)
class StreamTest {

    private static final String FIRST = "BU00850001";
    private static final String SECOND = "BU00850002";

    /** Hearts that beat fast, and room for few. */
    public static final class FewAndQuick implements QuarkusTestProfile {
        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of(
                    "buurtpuls.stream.heartbeat", "300ms",
                    "buurtpuls.stream.rest-of-published", "300ms",
                    "buurtpuls.stream.most-clients", "3");
        }
    }

    @Inject
    Publisher publisher;

    @Inject
    Streams streams;

    @Inject
    ObjectMapper json;

    @Test
    void readerOfExactFiguresIsToldOfAnAreaWithinASecondOfItsSnapshot() throws Exception {
        try (Listener listener = exact("areas=" + FIRST + "&topics=snapshots", null)) {
            long published = System.nanoTime();
            publish(FIRST, 11);

            eventually(() -> assertThat(populations(listener)).contains(11.0));

            assertThat(Duration.ofNanos(System.nanoTime() - published)).isLessThan(Duration.ofSeconds(5));
            assertThat(listener.told()).allSatisfy(event -> {
                assertThat(event.name()).isEqualTo("snapshot");
                assertThat(event.data().get("area").asText()).isEqualTo(FIRST);
            });
        }
    }

    @Test
    void whoComesBackIsToldWhatHasChangedSinceAndNothingElse() throws Exception {
        String last;
        try (Listener listener = exact("areas=" + FIRST + "," + SECOND + "&topics=snapshots", null)) {
            publish(FIRST, 21);
            publish(SECOND, 22);
            eventually(() -> assertThat(populations(listener)).contains(21.0, 22.0));
            List<Listener.Event> told = listener.told();
            last = told.get(told.size() - 1).id();
        }
        publish(SECOND, 23);
        publish(SECOND, 24);

        try (Listener back = exact("areas=" + FIRST + "," + SECOND + "&topics=snapshots", last)) {
            eventually(() -> assertThat(populations(back)).contains(24.0));
            assertThat(populations(back)).doesNotContain(21.0);
        }
    }

    @Test
    void whoWasElsewhereIsToldTheNewestStateOfEverythingItFollows() throws Exception {
        publish(FIRST, 31);
        publish(SECOND, 32);
        try (Listener listener = exact("areas=" + FIRST + "," + SECOND + "&topics=snapshots", "e0-99999")) {
            eventually(() -> assertThat(populations(listener)).contains(31.0, 32.0));
        }
    }

    @Test
    void whoMayReadWhatIsPublishedOnlyIsNotToldOfWhatDoesNotShowInIt() throws Exception {
        try (Listener listener = anonymous("areas=" + FIRST)) {
            // As it is, if nobody has followed it before.
            eventually(() -> assertThat(listener.beats()).isPositive());
            int before = listener.told().size();
            publish(FIRST, 41);
            publish(FIRST, 42);
            Thread.sleep(2_000);

            assertThat(listener.told()).hasSize(before);
        }
    }

    @Test
    void whoMayReadWhatIsPublishedOnlyIsToldOfWhatIsCorrectedInIt() throws Exception {
        try (Listener listener = anonymous("areas=BU02030001")) {
            publisher.cell("BU02030001", Measure.POPULATION, "2024-06-01", 1000).done();

            eventually(() -> assertThat(populations(listener))
                    .last()
                    .satisfies(last -> assertThat(last).isBetween(995.0, 1005.0)));
            // The area is another's figures too: those of its municipality.
            publisher.cell("GM0203", Measure.POPULATION, "2014-01-01", 1000).done();
            eventually(() -> assertThat(listener.told())
                    .last()
                    .satisfies(last ->
                            assertThat(last.data().path("dataFrom").asText()).isEqualTo("2014-01-01")));
        }
    }

    @Test
    void alertsOfAllAreasComeToWhoFollowsAlertsAlone() throws Exception {
        try (Listener all = anonymous("topics=alerts");
                Listener elsewhere = anonymous("topics=alerts&areas=" + SECOND)) {
            streams.alert(FIRST, "alert-1", "{\"id\":\"alert-1\",\"state\":\"firing\"}");
            streams.alert(SECOND, "alert-2", "{\"id\":\"alert-2\",\"state\":\"firing\"}");

            eventually(() -> assertThat(all.told())
                    .extracting(
                            event -> event.name() + " " + event.data().get("id").asText())
                    .containsExactly("alert alert-1", "alert alert-2"));
            eventually(() -> assertThat(elsewhere.told())
                    .extracting(event -> event.data().get("id").asText())
                    .containsExactly("alert-2"));
        }
    }

    @Test
    void whoFollowsAnAreaIsToldOfAlertsInItToo() throws Exception {
        try (Listener listener = exact("areas=GM0085", null)) {
            streams.alert("BU09171000", "alert-3", "{\"id\":\"alert-3\",\"area\":\"BU09171000\"}");
            streams.alert(FIRST, "alert-4", "{\"id\":\"alert-4\",\"area\":\"" + FIRST + "\"}");
            publish(FIRST, 51);
            publish("GM0085", 52);

            eventually(() -> assertThat(listener.told())
                    .extracting(event ->
                            event.name() + " " + event.data().get("area").asText())
                    .contains("alert " + FIRST, "snapshot GM0085")
                    .isSubsetOf("alert " + FIRST, "snapshot GM0085"));
        }
    }

    @Test
    void whoFindsNoRoomIsToldToComeBackAndFindsItOnceSomebodyHasLeft() throws Exception {
        eventually(() -> {
            List<Listener> following = new ArrayList<>();
            try {
                for (int i = 0; i < 3; i++) {
                    following.add(anonymous("topics=alerts"));
                }
                Listener.Refusal refusal = Listener.refused(RestAssured.port, "topics=alerts", Map.of());
                assertThat(refusal.status()).isEqualTo(503);
                assertThat(refusal.retryAfter()).isEqualTo("5");
            } finally {
                for (Listener listener : following) {
                    listener.close();
                }
            }
        });
        eventually(() -> anonymous("topics=alerts").close());
    }

    @ParameterizedTest
    @CsvSource({
        "topics=snapshots,,/areas,required",
        "'',,/areas,required",
        "topics=everything&areas=GM0917,,/topics,not-one-of",
        "areas=GM0917,yesterday,/Last-Event-ID,invalid",
    })
    void wishThatCannotBeIsRefusedByName(String query, String last, String pointer, String code) throws Exception {
        Listener.Refusal refusal =
                Listener.refused(RestAssured.port, query, last == null ? Map.of() : Map.of("Last-Event-ID", last));

        assertThat(refusal.status()).isEqualTo(400);
        assertThat(refusal.problem().at("/errors/0/pointer").asText()).isEqualTo(pointer);
        assertThat(refusal.problem().at("/errors/0/code").asText()).isEqualTo(code);
    }

    @Test
    void asManyAreasAsMayBeFollowedCanBeNamed() throws Exception {
        String codes = IntStream.range(0, Subscription.MOST_AREAS)
                .mapToObj("BU0217%04d"::formatted)
                .collect(Collectors.joining("%2C"));

        eventually(() -> anonymous("topics=alerts&areas=" + codes).close());
    }

    /** A minute after it has expired, a token is still taken: clocks differ. */
    @Test
    void streamEndsWhenTheTokenThatItWasAskedForWithIsTakenNoLonger() throws Exception {
        Grant grant = Grant.of(Roles.EXACT_READER);
        Instant issued = Instant.now().minus(grant.validFor()).minusSeconds(55);
        try (Listener leaving = exact("areas=" + FIRST, null, Keys.bearer(grant, issued));
                Listener staying = exact("areas=" + FIRST, null)) {
            eventually(() -> assertThat(leaving.hasEnded()).isTrue());
            publish(FIRST, 61);
            eventually(() -> assertThat(populations(staying)).contains(61.0));

            assertThat(populations(leaving)).doesNotContain(61.0);
            assertThat(staying.hasEnded()).isFalse();
        }
    }

    @Test
    void areaThatIsNotThereIsNotFollowed() throws Exception {
        assertThat(Listener.refused(RestAssured.port, "areas=BU99", Map.of()).status())
                .isEqualTo(404);
    }

    private static Listener exact(String query, String last) throws IOException, InterruptedException {
        return exact(query, last, Keys.bearer(Roles.EXACT_READER));
    }

    private static Listener exact(String query, String last, String bearer) throws IOException, InterruptedException {
        Map<String, String> headers = new HashMap<>();
        headers.put("Authorization", bearer);
        headers.put("Buurtpuls-Purpose", "tests of the stream");
        if (last != null) {
            headers.put("Last-Event-ID", last);
        }
        return Listener.to(RestAssured.port, query, headers);
    }

    private static Listener anonymous(String query) throws IOException, InterruptedException {
        return Listener.to(RestAssured.port, query, Map.of());
    }

    private static List<Double> populations(Listener listener) {
        return listener.told().stream()
                .map(event -> event.data().at("/indicators/population/value").asDouble())
                .toList();
    }

    private void publish(String area, long population) {
        Map<String, Point> points = Map.of("population", new Point(population, population, null, false));
        try {
            publisher
                    .snapshot(
                            area,
                            json.writeValueAsString(new Snapshot(
                                    area,
                                    "Ons Buurtje",
                                    Noon.TODAY,
                                    Instant.parse("2024-06-15T09:59:59Z"),
                                    LocalDate.of(2014, 1, 1),
                                    points)))
                    .done();
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void eventually(ThrowingRunnable holds) {
        await().atMost(Patience.LIMIT).untilAsserted(holds);
    }
}
