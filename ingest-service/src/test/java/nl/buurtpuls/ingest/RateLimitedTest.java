package nl.buurtpuls.ingest;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.greaterThan;
import static org.hamcrest.Matchers.startsWith;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import io.restassured.specification.RequestSpecification;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import nl.buurtpuls.contract.access.Roles;
import nl.buurtpuls.ingest.testing.Moves;
import nl.buurtpuls.ingest.testing.Published;
import nl.buurtpuls.ingest.testing.RealKafka;
import nl.buurtpuls.local.token.Grant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A sender that has asked too much, at whichever call: each test has a sender of its own. */
@QuarkusTest
@QuarkusTestResource(RealKafka.class)
@TestProfile(RateLimitedTest.Slow.class)
class RateLimitedTest {

    private static final String BATCH = "application/cloudevents-batch+json";

    /** So slow that it does not let one in again while a test runs. */
    public static final class Slow implements QuarkusTestProfile {
        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of("buurtpuls.rate-limit.events-per-second", "1", "buurtpuls.rate-limit.burst", "2");
        }
    }

    @ParameterizedTest
    @CsvSource({
        "POST, /v1/events, application/cloudevents+json",
        "POST, /v1/events, application/cloudevents-batch+json",
        "POST, /v1/events, application/json",
        "POST, /v1/events/bulk, application/x-ndjson",
        "POST, /v1/persons/erasures, application/json",
        "POST, /v1/dead-letters/0-0/resend, application/cloudevents+json",
        "GET, /v1/dead-letters, application/json",
        "GET, /v1/events/x?source=urn:nld:x:y, application/json",
    })
    void whoHasAskedTooMuchIsSentAwayFromEveryCall(String method, String path, String type) {
        String sender = "at " + method + path + type;
        pushBatch(sender);
        long before = Published.all().size();

        as(sender)
                .contentType(type)
                .body(Moves.of("m", "GM0363").getBytes(StandardCharsets.UTF_8))
                .request(method, path)
                .then()
                .statusCode(429)
                .contentType(startsWith("application/problem+json"))
                .header("Retry-After", Integer::parseInt, greaterThan(60))
                .body("type", equalTo("urn:buurtpuls:problem:too-many"))
                .body("detail", containsString("1 events a second"));
        assertThat(Published.all()).hasSize((int) before);
    }

    @Test
    void othersAreLetInAndWhatIsSentAwayIsCounted() {
        pushBatch("greedy");
        as("greedy").contentType(BATCH).body("[]").post("/v1/events").then().statusCode(429);

        as("modest")
                .contentType("application/cloudevents+json")
                .body(Moves.of("modest-1", "GM0363"))
                .post("/v1/events")
                .then()
                .statusCode(202);
        assertThat(given().get("/q/metrics").asString())
                .containsPattern("(?m)^buurtpuls_rate_limited_total(\\{.*})? [1-9]");
    }

    /** Pays for a hundred events, of which it had two. */
    private static void pushBatch(String sender) {
        StringBuilder events = new StringBuilder();
        for (int event = 0; event < 100; event++) {
            events.append(event == 0 ? "[" : ",").append(Moves.of("b-" + event, "GM0363"));
        }
        as(sender)
                .contentType(BATCH)
                .body(events.append("]").toString())
                .post("/v1/events")
                .then()
                .statusCode(202);
    }

    private static RequestSpecification as(String sender) {
        String token = RealKafka.token(Grant.of(Roles.MUTATION_WRITER).named(sender));
        return given().auth().oauth2(token);
    }
}
