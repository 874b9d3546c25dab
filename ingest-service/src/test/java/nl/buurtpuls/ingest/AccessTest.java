package nl.buurtpuls.ingest;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.startsWith;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import nl.buurtpuls.contract.access.Municipalities;
import nl.buurtpuls.contract.access.Roles;
import nl.buurtpuls.ingest.testing.Moves;
import nl.buurtpuls.ingest.testing.Published;
import nl.buurtpuls.ingest.testing.RealKafka;
import nl.buurtpuls.local.process.DataFolder;
import nl.buurtpuls.local.token.Grant;
import nl.buurtpuls.local.token.Tokens;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Who may push, for which municipalities, and what the others are told. */
@QuarkusTest
@QuarkusTestResource(RealKafka.class)
class AccessTest {

    private static final String STRUCTURED = "application/cloudevents+json";
    private static final String BATCH = "application/cloudevents-batch+json";
    private static final String NDJSON = "application/x-ndjson";
    private static final String JSON = "application/json";
    private static final String ERASURES = "/v1/persons/erasures";

    private long before;

    @BeforeEach
    void rememberTheTopicsEnd() {
        before = Published.all().size();
    }

    @ParameterizedTest
    @ValueSource(strings = {"/v1/events", "/v1/events/bulk"})
    void withoutTokenNothingIsTaken(String path) {
        assertRefused(call(path, null), 401)
                .header("WWW-Authenticate", equalTo("Bearer realm=\"buurtpuls\""))
                .body("detail", containsString("A bearer token is needed"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"report-reader", "exact-reader", "alert-admin", "context-writer", "auditor"})
    void otherRolesDoNotPush(String role) {
        String token = RealKafka.token(Grant.of(role));

        for (String path : new String[] {"/v1/events", "/v1/events/bulk"}) {
            assertRefused(call(path, token), 403)
                    .header("WWW-Authenticate", containsString("error=\"insufficient_scope\""))
                    .header("WWW-Authenticate", containsString("scope=\"mutation-writer\""))
                    .body("detail", containsString("mutation-writer"));
        }
    }

    static Stream<Map.Entry<String, String>> badTokens() throws IOException {
        Grant writer = Grant.of(Roles.MUTATION_WRITER);
        String good = RealKafka.token(writer);
        String[] parts = good.split("\\.");
        String payload = decode(parts[1]);
        Tokens ofAnother = Tokens.of(new DataFolder(Files.createTempDirectory("keys")), InstantSource.system());
        return Stream.of(
                Map.entry("The token has expired.", expired()),
                Map.entry("key that is trusted", ofAnother.issue(writer)),
                Map.entry("signature", good.substring(0, good.length() - 8) + "AAAAAAAA"),
                Map.entry(
                        "signature",
                        parts[0] + "." + encode(payload.replace("mutation-writer", "exact-reader")) + "." + parts[2]),
                Map.entry("key that is trusted", encode("{\"alg\":\"none\"}") + "." + parts[1] + "."),
                Map.entry("key that is trusted", "nonsense"),
                Map.entry("key that is trusted", "a.b.c"));
    }

    @ParameterizedTest
    @MethodSource("badTokens")
    void badTokenIsToldWhatIsWrongWithIt(Map.Entry<String, String> bad) {
        assertRefused(call("/v1/events", bad.getValue()), 401)
                .header("WWW-Authenticate", startsWith("Bearer realm=\"buurtpuls\", error=\"invalid_token\""))
                .body("detail", containsString(bad.getKey()))
                .body(not(containsString("Exception")));
    }

    @Test
    void moveCountsForTheMunicipalityThatReceives() {
        String receiving = speakingFor("GM0917");
        String left = speakingFor("GM0363");

        call("/v1/events", receiving, STRUCTURED, Moves.of("r-1", "GM0363")).statusCode(202);
        assertRefused(call("/v1/events", left, STRUCTURED, Moves.of("r-2", "GM0363")), 403, 2)
                .header("WWW-Authenticate", containsString("insufficient_scope"))
                .body("errors[0].pointer", equalTo("/data/municipality"))
                .body("errors[0].code", equalTo("forbidden-municipality"))
                .body("errors[0].detail", containsString("GM0917"));
    }

    @Test
    void batchForOthersIsRefusedAsAWhole() {
        String batch = "[" + death("d-1", "GM0928") + "," + death("d-2", "GM0917") + "," + death("d-3", "GM0363") + "]";

        assertRefused(call("/v1/events", speakingFor("GM0928,GM0882"), BATCH, batch), 403)
                .body("errors.index", equalTo(List.of(1, 2)))
                .body("errors.pointer", equalTo(List.of("/data/municipality", "/data/municipality")));
    }

    @Test
    void bulkLoadGoesOnPastLinesForOthers() {
        String lines = death("l-1", "GM0928") + "\n" + death("l-2", "GM0917") + "\n" + death("l-3", "GM0928") + "\n";
        double counted = refusedForMunicipality();

        String answer = call("/v1/events/bulk", speakingFor("GM0928"), NDJSON, lines)
                .statusCode(200)
                .extract()
                .asString();

        assertThat(answer)
                .contains("\"line\":2", "\"code\":\"forbidden-municipality\"", "{\"accepted\":2,\"refused\":1}");
        assertThat(Published.eventsAfter(before).stream()
                        .map(event -> event.id().id()))
                .containsExactly("l-1", "l-3");
        assertThat(refusedForMunicipality()).isEqualTo(counted + 1);
    }

    @Test
    void erasureIsForTheRegistersThatTheTokenSpeaksFor() {
        String asked = "{\"person\":{\"id\":\"p\"},\"municipality\":\"GM0917\"}";
        double counted = refusedForMunicipality();

        assertRefused(call(ERASURES, speakingFor("GM0363"), JSON, asked), 403)
                .body("errors[0].pointer", equalTo("/municipality"))
                .body("errors[0].code", equalTo("forbidden-municipality"));
        assertThat(refusedForMunicipality()).isEqualTo(counted + 1);
        assertRefused(call(ERASURES, null, JSON, asked), 401);
        assertRefused(call(ERASURES, RealKafka.token(Grant.of(Roles.EXACT_READER)), JSON, asked), 403);
        call(ERASURES, speakingFor("GM0917"), JSON, asked).statusCode(202);
    }

    @Test
    void claimThatNamesNoneSpeaksForNone() {
        assertRefused(call("/v1/events", speakingFor(""), STRUCTURED, death("n-1", "GM0917")), 403)
                .body("errors[0].code", equalTo("forbidden-municipality"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"/v1/openapi.json", "/v1/schemas", "/v1/asyncapi.json", "/q/health/live", "/q/metrics"})
    void whatDescribesTheServiceIsOpen(String path) {
        anonymous().get(path).then().statusCode(200);
        anonymous().header("Authorization", "Bearer nonsense").get(path).then().statusCode(200);
    }

    private static double refusedForMunicipality() {
        return anonymous()
                .get("/q/metrics")
                .asString()
                .lines()
                .filter(line -> line.startsWith("buurtpuls_events_refused_total{code=\"forbidden-municipality\""))
                .mapToDouble(line -> Double.parseDouble(line.substring(line.lastIndexOf(' ') + 1)))
                .sum();
    }

    private static String speakingFor(String municipalities) {
        return RealKafka.token(Grant.of(Roles.MUTATION_WRITER).speakingFor(Municipalities.parse(municipalities)));
    }

    private static String expired() {
        return RealKafka.token(Grant.of(Roles.MUTATION_WRITER), Instant.now().minus(Duration.ofHours(2)));
    }

    private static String death(String id, String municipality) {
        return """
                {"specversion":"1.0","id":"%s","source":"urn:nld:x:y","type":"nl.brp.overleden",\
                "time":"2021-03-02T09:14:05Z","datacontenttype":"application/json",\
                "data":{"person":{"id":"p"},"municipality":"%s","effectiveDate":"2021-03-01"}}""".formatted(id, municipality);
    }

    private static String decode(String part) {
        return new String(Base64.getUrlDecoder().decode(part), StandardCharsets.UTF_8);
    }

    private static String encode(String text) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }

    private static RequestSpecification anonymous() {
        return given().auth().none();
    }

    private static ValidatableResponse call(String path, @Nullable String token) {
        return path.endsWith("bulk")
                ? call(path, token, NDJSON, death("c", "GM0917"))
                : call(path, token, STRUCTURED, death("c", "GM0917"));
    }

    private static ValidatableResponse call(String path, @Nullable String token, String type, String body) {
        RequestSpecification call = anonymous().contentType(type).body(body.getBytes(StandardCharsets.UTF_8));
        if (token != null) {
            call.header("Authorization", "Bearer " + token);
        }
        return call.post(path).then();
    }

    private ValidatableResponse assertRefused(ValidatableResponse answer, int status) {
        return assertRefused(answer, status, 0);
    }

    /** Refused with problem details, and nothing in the topic but so many records of before. */
    private ValidatableResponse assertRefused(ValidatableResponse answer, int status, int published) {
        answer.statusCode(status)
                .contentType(startsWith("application/problem+json"))
                .header("API-Version", equalTo("1.0.0"))
                .body("status", equalTo(status));
        assertThat(Published.all()).hasSize((int) before + published);
        return answer;
    }
}
