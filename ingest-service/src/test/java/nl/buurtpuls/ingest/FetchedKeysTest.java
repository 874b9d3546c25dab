package nl.buurtpuls.ingest;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.startsWith;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import nl.buurtpuls.ingest.testing.KeyServer;
import nl.buurtpuls.ingest.testing.Moves;
import nl.buurtpuls.ingest.testing.RealKafka;
import org.jose4j.jwk.RsaJsonWebKey;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Tokens of a provider whose keys are fetched by HTTP, as they are wherever the service runs for real. */
@QuarkusTest
@QuarkusTestResource(RealKafka.class)
@QuarkusTestResource(value = KeyServer.class, restrictToAnnotatedClass = true)
class FetchedKeysTest {

    /** Fetched again sooner than this after the last time, the keys are taken for the same. */
    private static final long REPRIEVE_MILLIS = 500;

    @Test
    void keyThatIsServedLaterIsTrustedWithoutARestartAndMadeUpOnesAreNotLookedForEachTime()
            throws InterruptedException {
        RsaJsonWebKey before = KeyServer.key();
        push(good(before)).statusCode(202);
        Thread.sleep(REPRIEVE_MILLIS);

        KeyServer.rollOver();

        push(good(KeyServer.key())).statusCode(202);
        push(good(before)).statusCode(202);
        int fetched = KeyServer.fetched();
        for (int call = 0; call < 5; call++) {
            assertRefused(push(good(KeyServer.newKey())), "key that is trusted");
        }
        assertThat(KeyServer.fetched()).isEqualTo(fetched);
    }

    @ParameterizedTest
    @CsvSource({
        "https://provider.example/realms/another, buurtpuls, another issuer (iss)",
        "'', buurtpuls, issuer (iss)",
        "https://provider.example/realms/buurtpuls, another-service, another audience (aud)",
        "https://provider.example/realms/buurtpuls, '', audience (aud)",
    })
    void tokenOfAnotherIssuerOrForAnotherAudienceIsRefused(String issuer, String audience, String told) {
        assertRefused(push(KeyServer.token(KeyServer.key(), issuer, audience)), told);
    }

    private static String good(RsaJsonWebKey key) {
        return KeyServer.token(key, KeyServer.ISSUER, KeyServer.AUDIENCE);
    }

    private static ValidatableResponse push(String token) {
        return given().auth()
                .oauth2(token)
                .contentType("application/cloudevents+json")
                .body(Moves.of("fetched-keys", "GM0363"))
                .post("/v1/events")
                .then();
    }

    private static void assertRefused(ValidatableResponse answer, String told) {
        answer.statusCode(401)
                .contentType(startsWith("application/problem+json"))
                .header("WWW-Authenticate", containsString("error=\"invalid_token\""))
                .body("detail", containsString(told));
    }
}
