package nl.buurtpuls.ingest;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.notNullValue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import java.util.List;
import java.util.Map;
import nl.buurtpuls.contract.topic.Topic;
import nl.buurtpuls.ingest.testing.RealKafka;
import nl.buurtpuls.ingest.testing.Topics;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.junit.jupiter.api.Test;

/** Topics that are longer than what a search has time for: who asks is not told that something is not there. */
@QuarkusTest
@QuarkusTestResource(RealKafka.class)
@TestProfile(ShortSearchTest.NoPatience.class)
class ShortSearchTest {

    public static final class NoPatience implements QuarkusTestProfile {
        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of("buurtpuls.search.patience", "PT0S");
        }
    }

    @Test
    void letterThatWasNotSearchedForFarEnoughIsNotSaidToBeNone() {
        RecordMetadata letter = Topics.write(Topic.DEAD_LETTERS, "GM0917", "{", List.of());

        given().contentType("application/cloudevents+json")
                .post("/v1/dead-letters/" + letter.partition() + "-" + letter.offset() + "/resend")
                .then()
                .statusCode(503)
                .header("Retry-After", notNullValue())
                .body("detail", containsString("what is older was not looked at"));
    }

    @Test
    void eventThatWasNotSearchedForFarEnoughIsNotSaidToBeNone() {
        Topics.write(Topic.MUTATIONS, "GM0917", "{", List.of());

        given().get("/v1/events/x?source=urn:nld:x:y").then().statusCode(503).header("Retry-After", notNullValue());
    }
}
