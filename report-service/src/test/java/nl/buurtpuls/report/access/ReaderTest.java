package nl.buurtpuls.report.access;

import static io.restassured.RestAssured.get;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.startsWith;

import io.restassured.response.ValidatableResponse;
import java.time.Duration;
import java.time.Instant;
import nl.buurtpuls.contract.access.Roles;
import nl.buurtpuls.local.token.Grant;
import nl.buurtpuls.report.testing.Keys;
import nl.buurtpuls.report.testing.ServiceTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Readers with and without tokens, where published figures are open to all. */
@ServiceTest
class ReaderTest {

    private static final Grant UNTOLD = Grant.of(Roles.EXACT_READER).withoutPurpose();

    @Test
    void withoutTokenPublishedFiguresAreReadAndMayBeCached() {
        get("/v1/areas?level=province")
                .then()
                .statusCode(200)
                .header("Cache-Control", "no-cache")
                .header("Vary", containsString("Authorization"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"report-reader", "exact-reader", "mutation-writer"})
    void answerToATokenIsKeptFromOthers(String role) {
        read(Keys.bearer(role))
                .statusCode(200)
                .header("Cache-Control", "private, no-cache")
                .header("Vary", containsString("Authorization"));
    }

    @Test
    void readerOfExactFiguresWithoutPurposeIsToldTheHeader() {
        read(Keys.bearer(UNTOLD))
                .statusCode(403)
                .contentType(startsWith("application/problem+json"))
                .header("WWW-Authenticate", containsString("insufficient_scope"))
                .body("detail", containsString("Buurtpuls-Purpose"));
    }

    @Test
    void purposeStandsInTheHeaderOrInTheToken() {
        given().header("Authorization", Keys.bearer(UNTOLD))
                .header("Buurtpuls-Purpose", "yearly review of Meezenbroek")
                .get("/v1/areas?level=province")
                .then()
                .statusCode(200);
        read(Keys.bearer(Grant.of(Roles.EXACT_READER).toServe("yearly review"))).statusCode(200);
    }

    @Test
    void blankPurposeIsNone() {
        given().header("Authorization", Keys.bearer(UNTOLD))
                .header("Buurtpuls-Purpose", "  ")
                .get("/v1/areas?level=province")
                .then()
                .statusCode(403);
    }

    @Test
    void endlessPurposeIsRefused() {
        given().header("Authorization", Keys.bearer(UNTOLD))
                .header("Buurtpuls-Purpose", "x".repeat(201))
                .get("/v1/areas?level=province")
                .then()
                .statusCode(400)
                .body("errors[0].pointer", equalTo("/Buurtpuls-Purpose"));
    }

    @Test
    void badTokenDoesNotPassForNone() {
        read("Bearer nonsense").statusCode(401).body("detail", containsString("no JWT"));
        read(Keys.bearer(Grant.of(Roles.REPORT_READER), Instant.now().minus(Duration.ofHours(2))))
                .statusCode(401)
                .contentType(startsWith("application/problem+json"))
                .header("WWW-Authenticate", containsString("error=\"invalid_token\""))
                .body("detail", equalTo("The token has expired."));
    }

    @Test
    void nobodyImportsContextFiguresWithoutAToken() {
        String answer = given().contentType("text/csv")
                .body("area")
                .post("/v1/context-figures")
                .then()
                .statusCode(401)
                .extract()
                .asString();

        assertThat(answer).contains("A bearer token is needed").doesNotContain("Exception");
    }

    private static ValidatableResponse read(String authorization) {
        return given().header("Authorization", authorization)
                .get("/v1/areas?level=province")
                .then();
    }
}
