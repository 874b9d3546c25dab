package nl.buurtpuls.report.alert;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.greaterThan;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.matchesRegex;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.startsWith;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.Error;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Inject;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;
import nl.buurtpuls.contract.access.Roles;
import nl.buurtpuls.contract.indicator.Measure;
import nl.buurtpuls.contract.topic.AsyncApi;
import nl.buurtpuls.contract.topic.Topic;
import nl.buurtpuls.report.problem.Page;
import nl.buurtpuls.report.testing.Keys;
import nl.buurtpuls.report.testing.Patience;
import nl.buurtpuls.report.testing.Publisher;
import nl.buurtpuls.report.testing.Records;
import nl.buurtpuls.report.testing.ServiceTest;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.awaitility.core.ThrowingRunnable;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** It is 15 June 2024. */
@ServiceTest
class AlertsTest {

    private static final String SECRET = "a-secret-of-the-tests";
    private static final String A_MOMENT = "\\d{4}-\\d\\d-\\d\\dT[\\d:.]+Z";

    @Inject
    Publisher publisher;

    @Inject
    Records records;

    @Inject
    Pool pool;

    @Inject
    Outbox outbox;

    @Inject
    ObjectMapper json;

    @Test
    void aCrossingFiresOnceSignedAndACorrectionResolvesIt() throws IOException {
        try (Hook hook = Hook.answering(200)) {
            people("BU01500001");
            make(rule("children", "GM0150", hook))
                    .statusCode(201)
                    .header("Location", containsString("/v1/alert-rules/children"));
            assistance("BU01500001", 60);

            eventually(() -> assertThat(hook.posted()).hasSize(1));
            JsonNode event = json.readTree(hook.posted().get(0).body());
            assertThat(hook.posted().get(0).contentType()).isEqualTo("application/cloudevents+json");
            assertThat(event.path("type").asText()).isEqualTo("nl.buurtpuls.alert.firing");
            assertThat(event.path("id").asText()).isEqualTo("children.BU01500001.1.firing");
            assertThat(event.path("data").path("since").asText()).isEqualTo("2024-03-01");
            assertThat(event.path("data").path("firedOn").asText()).isEqualTo("2024-03-08");
            assertThat(event.path("data").path("value").doubleValue()).isEqualTo(0.3);
            assertThat(event.path("data").path("explanation").path("nl").asText())
                    .contains("30%, boven 25% sinds 1 maart 2024");
            assertSigned(hook.posted().get(0));
            alerts("firing", "GM0150")
                    .body("id", contains("children.BU01500001.1"))
                    .body("[0].threshold", equalTo(0.25f))
                    .body("[0].severity", equalTo("critical"));

            // Told again, in another order, nothing new happens.
            publisher.cell("BU01500001", Measure.MINORS, "2023-01-01", 200).done();
            assistance("BU01500001", 62);
            assistance("BU01500001", 60);
            acknowledge("children.BU01500001.1").statusCode(200).body("state", equalTo("acknowledged"));

            assistance("BU01500001", 20);
            eventually(() -> assertThat(hook.posted()).hasSize(2));
            JsonNode over = json.readTree(hook.posted().get(1).body());
            assertThat(over.path("type").asText()).isEqualTo("nl.buurtpuls.alert.resolved");
            assertThat(over.path("data").path("cause").asText()).isEqualTo("correction");
            assertThat(over.path("data").path("acknowledgement").path("note").asText())
                    .isEqualTo("wij bellen");
            alerts("firing", "GM0150").body("$", empty());
            acknowledge("children.BU01500001.1").statusCode(409);

            // What crosses again is another.
            assistance("BU01500001", 60);
            eventually(() -> alerts("firing", "BU01500001").body("id", contains("children.BU01500001.2")));
            eventually(() -> assertThat(hook.posted()).hasSize(3));
        }
    }

    /** On 15 June it is pending still. An instance whose clock is a little ahead, and there it is the 16th, lets it fire. */
    @Test
    void whatFiresByTheClockOfAnotherInstanceIsNotUndoneByThisOne() {
        people("BU01750001");
        publisher
                .cell("BU01750001", Measure.RECIPIENT_HOUSEHOLD_MINORS, "social-assistance", "2024-05-20", 60)
                .done();
        make(rule("ahead", "GM0175", null).replace("P7D", "P15D")).statusCode(201);
        eventually(() -> alerts("pending", "GM0175").body("since", contains("2024-06-01")));
        pool.query("update alert set state = 'firing', fired_on = '2024-06-16',"
                        + " changed_at = '2024-06-16T00:00:00.050+02:00' where id = 'ahead.BU01750001.1'")
                .executeAndAwait();

        publisher.cell("BU01750001", Measure.MINORS, "2024-05-21", 1).done();
        people("BU01750002");
        assistance("BU01750002", 60);

        eventually(() -> alerts("firing", "GM0175").body("id", hasItem("ahead.BU01750002.1")));
        alerts("firing", "BU01750001").body("id", contains("ahead.BU01750001.1"));
        asAdmin().delete("/v1/alert-rules/ahead").then().statusCode(204);
    }

    @Test
    void aReceiverThatHangsFailsOrRedirectsHoldsUpNoOther() {
        try (Hook hangs = Hook.answering(0);
                Hook fails = Hook.answering(500);
                Hook redirects = Hook.answering(302);
                Hook good = Hook.answering(204)) {
            people("BU01580001");
            make(rule("hangs", "GM0158", hangs)).statusCode(201);
            make(rule("fails", "GM0158", fails)).statusCode(201);
            make(rule("redirects", "GM0158", redirects)).statusCode(201);
            make(rule("good", "GM0158", good)).statusCode(201);
            assistance("BU01580001", 60);

            eventually(() -> assertThat(good.posted()).hasSize(1));
            eventually(() -> assertThat(fails.posted()).hasSizeGreaterThan(1));
            eventually(() -> assertThat(redirects.posted()).hasSizeGreaterThan(1));
            assertThat(fails.posted())
                    .extracting(Hook.Posted::body)
                    .containsOnly(fails.posted().get(0).body());
            assertThat(redirects.posted())
                    .extracting(Hook.Posted::body)
                    .allMatch(body -> body.contains("redirects.BU01580001.1"));
            fails.answer(200);
            eventually(() -> asAdmin()
                    .get("/v1/alert-deliveries?state=delivered")
                    .then()
                    .body(
                            "find { it.alert == 'fails.BU01580001.1' && it.receiver.startsWith('http') }.attempts",
                            greaterThan(1)));
            asAdmin()
                    .get("/v1/alert-deliveries?state=waiting")
                    .then()
                    .body(
                            "findAll { it.alert == 'redirects.BU01580001.1' }.lastError",
                            everyItem(equalTo("answered 302")))
                    .body("dueAt", everyItem(matchesRegex(A_MOMENT)));

            int id = asAdmin()
                    .get("/v1/alert-deliveries?state=delivered")
                    .path("find { it.alert == 'good.BU01580001.1' && it.receiver.startsWith('http') }.id");
            asAdmin().post("/v1/alert-deliveries/" + id + "/replay").then().statusCode(200);
            eventually(() -> assertThat(good.posted()).hasSize(2));
            assertThat(good.posted().get(1).body())
                    .isEqualTo(good.posted().get(0).body());
            for (String rule : List.of("hangs", "fails", "redirects", "good")) {
                asAdmin().delete("/v1/alert-rules/" + rule).then().statusCode(204);
            }
        }
    }

    @Test
    void theTopicHasWhatFiresAndIsOverAsItsDescriptionSays() {
        people("BU01600001");
        make(rule("topic", "GM0160", null)).statusCode(201);
        assistance("BU01600001", 60);
        eventually(() -> assertThat(toldInTopic("topic.BU01600001.1")).containsExactly("nl.buurtpuls.alert.firing"));
        acknowledge("topic.BU01600001.1").statusCode(200);
        assistance("BU01600001", 20);

        eventually(() -> assertThat(toldInTopic("topic.BU01600001.1"))
                .containsExactly("nl.buurtpuls.alert.firing", "nl.buurtpuls.alert.resolved"));
        asAdmin()
                .get("/v1/alert-deliveries?state=delivered")
                .then()
                .body("findAll { it.alert == 'topic.BU01600001.1' }.receiver", contains("topic", "topic"))
                .body("findAll { it.alert == 'topic.BU01600001.1' }.deliveredAt", everyItem(matchesRegex(A_MOMENT)));
    }

    /** The types of the events of an alert, each of which is as the AsyncAPI document has it. */
    private List<String> toldInTopic(String alert) throws IOException {
        List<String> types = new ArrayList<>();
        for (ConsumerRecord<String, byte[]> record : records.under(Topic.ALERTS, alert)) {
            String type = Records.header(record, "ce_type");
            ObjectNode headers = json.createObjectNode();
            record.headers().forEach(header -> headers.put(header.key(), Records.header(record, header.key())));
            assertThat(errors(type, "headers", headers)).isEmpty();
            assertThat(errors(type, "payload", json.readTree(record.value()))).isEmpty();
            types.add(type);
        }
        return types;
    }

    private List<String> errors(String type, String part, JsonNode value) {
        ObjectNode schema = json.createObjectNode().put("$ref", "#/components/messages/" + type + "/" + part);
        schema.set("components", AsyncApi.document().path("components"));
        return SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                .getSchema(schema)
                .validate(value, context -> context.executionConfig(config -> config.formatAssertionsEnabled(true)))
                .stream()
                .map(Error::toString)
                .toList();
    }

    @Test
    void aRuleIsChangedKeptByVersionAndRemovedAndItsAlertsFollow() {
        people("BU01530001");
        make(rule("kept", "GM0153", null)).statusCode(201).body("version", equalTo(1));
        assistance("BU01530001", 60);
        eventually(() -> alerts("firing", "GM0153").body("id", contains("kept.BU01530001.1")));

        asAdmin()
                .body(rule("kept", "GM0153", null).replace("0.25", "0.4").replace("0.23", "0.35"))
                .put("/v1/alert-rules/kept")
                .then()
                .statusCode(200)
                .body("version", equalTo(2))
                .body("threshold", equalTo(0.4f));
        eventually(() -> alerts("resolved", "GM0153").body("cause", contains("rule-changed")));

        asAdmin().delete("/v1/alert-rules/kept").then().statusCode(204);
        given().get("/v1/alert-rules/kept").then().statusCode(404);
        asAdmin()
                .get("/v1/alert-rules/kept/versions")
                .then()
                .body("version", contains(3, 2, 1))
                .body("removed", contains(true, false, false))
                .body("threshold", contains(0.4f, 0.4f, 0.25f))
                .body("changedAt", everyItem(startsWith("2024-06-15T")))
                .body("changedBy", everyItem(equalTo("local")));
        given().get("/v1/alert-rules/kept/versions")
                .then()
                .body("changedAt", everyItem(startsWith("2024-06-15T")))
                .body("changedBy", everyItem(nullValue()));
        asAdmin().delete("/v1/alert-rules/kept").then().statusCode(404);
    }

    @Test
    void whoWasToldThatItFiresIsToldThatItIsOverThoughTheRuleNamesAnotherByThen() {
        try (Hook before = Hook.answering(200);
                Hook after = Hook.answering(200)) {
            people("BU01710001");
            make(rule("moved", "GM0171", before)).statusCode(201);
            assistance("BU01710001", 60);
            eventually(() -> assertThat(before.posted()).hasSize(1));

            asAdmin()
                    .body(rule("moved", "GM0171", after))
                    .put("/v1/alert-rules/moved")
                    .then()
                    .statusCode(200);
            assistance("BU01710001", 20);

            for (Hook hook : List.of(before, after)) {
                eventually(() -> assertThat(hook.posted())
                        .extracting(Hook.Posted::body)
                        .anyMatch(body -> body.contains("\"id\":\"moved.BU01710001.1.resolved\"")));
            }
            asAdmin().delete("/v1/alert-rules/moved").then().statusCode(204);
        }
    }

    @Test
    void aRuleThatBreaksRulesIsRefusedByFieldAndOneOfTheSameNameToo() {
        make(rule("twice", "GM0163", null)).statusCode(201);
        make(rule("twice", "GM0163", null)).statusCode(409);
        make(rule("twice-too", "GM0163", null)).statusCode(201);
        given().get("/v1/alert-rules?page=1&pageSize=1").then().statusCode(200).body("$", hasSize(1));
        given().get("/v1/alert-rules?pageSize=0").then().statusCode(400);
        asAdmin().delete("/v1/alert-rules/twice-too").then().statusCode(204);
        make(rule("wrong", "GM0163", null).replace("0.23", "0.27").replace("minors.share", "minors.part"))
                .statusCode(400)
                .contentType(startsWith("application/problem+json"))
                .body("errors.pointer", contains("/indicator", "/clearAt"));
        make("[").statusCode(400).body("errors.code", contains("not-json"));
        make(rule("nul", "GM0163", null)
                        .replace("\"enabled\"", "\"reason\":{\"nl\":\"\\u0000\",\"en\":\"-\"},\"enabled\""))
                .statusCode(400)
                .body("errors.pointer", contains("/reason"));
        make(rule("exact", "GM0163", null).replace("\"enabled\"", "\"exact\":true,\"enabled\""))
                .statusCode(403)
                .body("detail", containsString("exact-reader"));
        asAdmin().delete("/v1/alert-rules/twice").then().statusCode(204);
    }

    @Test
    void whereARuleTellsIsForThoseWhoKeepRules() {
        try (Hook hook = Hook.answering(200)) {
            make(rule("secret", "GM0164", hook)).statusCode(201);

            given().get("/v1/alert-rules/secret").then().statusCode(200).body("webhook", nullValue());
            asAdmin().get("/v1/alert-rules/secret").then().body("webhook", equalTo(hook.address()));
            given().get("/v1/alert-rules")
                    .then()
                    .body("id", hasItem("secret"))
                    .body("webhook", not(hasItem(hook.address())));
            asAdmin().delete("/v1/alert-rules/secret").then().statusCode(204);
        }
    }

    @Test
    void aRuleIsTriedOnAllThatIsKnown() {
        people("BU01660001");
        people("BU01660002");
        assistance("BU01660001", 60);
        publisher
                .cell("BU01660001", Measure.RECIPIENT_HOUSEHOLD_MINORS, "social-assistance", "2024-05-01", -40)
                .done();

        eventually(() -> asAdmin()
                .body(rule("preview", "GM0166", null))
                .post("/v1/alert-rules/preview")
                .then()
                .statusCode(200)
                .body("areas.area", contains("BU01660001"))
                .body("areas[0].alerts", hasSize(1))
                .body("areas[0].alerts[0].since", equalTo("2024-03-01"))
                .body("areas[0].alerts[0].firedOn", equalTo("2024-03-08"))
                .body("areas[0].alerts[0].resolvedOn", equalTo("2024-05-01")));
        given().get("/v1/alert-rules").then().body("id", not(hasItem("preview")));
    }

    /** It is 15 June, and what is published is of the 1st. */
    @Test
    void whatComesToBeWithinTheMonthIsAMatterOfRulesOnExactFigures() {
        String atOnce = rule("children-at-once", "GM0164", null).replace("P7D", "P0D");
        String exactly = atOnce.replace("children-at-once", "children-exactly")
                .replace("\"enabled\"", "\"exact\":true,\"enabled\"");
        people("BU01640001");
        make(atOnce).statusCode(201);
        given().header("Authorization", Keys.bearer(Roles.ALERT_ADMIN, Roles.EXACT_READER))
                .contentType(ContentType.JSON)
                .body(exactly)
                .post("/v1/alert-rules")
                .then()
                .statusCode(201);

        publisher
                .cell("BU01640001", Measure.RECIPIENT_HOUSEHOLD_MINORS, "social-assistance", "2024-06-02", 60)
                .done();
        eventually(() -> given().header("Authorization", Keys.bearer(Roles.EXACT_READER))
                .header("Buurtpuls-Purpose", "tests of alerts")
                .get("/v1/alerts?state=firing&area=BU01640001")
                .then()
                .body("rule", contains("children-exactly")));

        publisher
                .cell("BU01640001", Measure.RECIPIENT_HOUSEHOLD_MINORS, "social-assistance", "2024-06-01", 60)
                .done();
        eventually(() -> alerts("firing", "BU01640001").body("rule", contains("children-at-once")));
    }

    /** What is published of this wijk is the sum of what is published of its buurt. */
    @Test
    void aWijkIsLookedAtWhenABuurtOfItIsRecounted() {
        people("BU01830001");
        assistance("BU01830001", 60);
        publisher.cell("WK018300", Measure.POPULATION, "2023-01-01", 400).done();
        make(rule("in-wijk", "GM0183", null).replace("\"buurt\"", "\"wijk\"")).statusCode(201);
        eventually(() -> alerts("firing", "WK018300").body("rule", contains("in-wijk")));

        // No cell of the wijk itself is another.
        assistance("BU01830001", 20);

        eventually(() -> alerts("resolved", "WK018300").body("cause", contains("correction")));
    }

    @Test
    void whatWasDeliveredLongAgoIsForgottenOnceItsAlertIsOver() {
        people("BU01770001");
        people("BU01770002");
        make(rule("forgotten", "GM0177", null)).statusCode(201);
        assistance("BU01770001", 60);
        assistance("BU01770002", 60);
        eventually(() -> alerts("firing", "GM0177").body("area", containsInAnyOrder("BU01770001", "BU01770002")));
        assistance("BU01770001", 0);
        String over = "forgotten.BU01770001.1";
        String fires = "forgotten.BU01770002.1";
        eventually(() -> assertThat(delivered(over)).isEqualTo(2));
        eventually(() -> assertThat(delivered(fires)).isEqualTo(1));

        forget();
        assertThat(delivered(over)).as("of today").isEqualTo(2);

        pool.query(
                        "update alert_delivery set delivered_at = delivered_at - interval '91 days' where alert like 'forgotten.%'")
                .execute()
                .await()
                .atMost(Patience.LIMIT);
        forget();
        assertThat(delivered(over)).isZero();
        assertThat(delivered(fires)).as("of what fires").isEqualTo(1);
    }

    /** What is parked holds up nothing, so a receiver may learn that an alert is over before it learns that it fires. */
    @Test
    void whatIsGivenUpIsParkedAndCountedAndIsReplayedWithWhatCameLaterBehindIt() throws IOException {
        try (Hook hook = Hook.answering(500)) {
            String alert = "parked.BU02140001.1";
            double failures = metric("buurtpuls_alerts_delivery_failures_total", "receiver=\"webhook\"");
            double reached = metric("buurtpuls_alerts_delivery_seconds_count", "receiver=\"webhook\"");
            people("BU02140001");
            make(rule("parked", "GM0214", hook).replace("critical", "info")).statusCode(201);
            assistance("BU02140001", 60);
            eventually(() -> assertThat(hook.posted()).isNotEmpty());
            eventually(() -> assertThat(metric("buurtpuls_alerts", "state=\"firing\"", "severity=\"info\""))
                    .isEqualTo(1));

            aDayGoesBy(alert);
            eventually(() -> asAdmin()
                    .get("/v1/alert-deliveries?state=parked")
                    .then()
                    .body("findAll { it.alert == '" + alert + "' }.event", contains(alert + ".firing"))
                    .body("findAll { it.alert == '" + alert + "' }.lastError", contains("answered 500"))
                    .body("findAll { it.alert == '" + alert + "' }.parkedAt", everyItem(matchesRegex(A_MOMENT)))
                    .body("findAll { it.alert == '" + alert + "' }.createdAt", everyItem(matchesRegex(A_MOMENT)))
                    .body("findAll { it.alert == '" + alert + "' }.dueAt", everyItem(nullValue())));
            assertThat(metric("buurtpuls_alerts_delivery_failures_total", "receiver=\"webhook\""))
                    .isGreaterThan(failures);
            eventually(() ->
                    assertThat(metric("buurtpuls_alerts_deliveries_parked")).isEqualTo(1));

            int refused = hook.posted().size();
            hook.answer(200);
            assistance("BU02140001", 20);
            eventually(() -> assertThat(told(hook, refused)).containsExactly(alert + ".resolved"));
            eventually(() -> assertThat(metric("buurtpuls_alerts_delivery_seconds_count", "receiver=\"webhook\""))
                    .isGreaterThan(reached));
            longAgoDelivered(alert + ".resolved");
            forget();

            replay(alert + ".firing", "http");
            eventually(() -> assertThat(told(hook, refused))
                    .containsExactly(alert + ".resolved", alert + ".firing", alert + ".resolved"));

            // The topic keeps the last of an alert.
            replay(alert + ".firing", "topic");
            String firing = "nl.buurtpuls.alert.firing";
            String resolved = "nl.buurtpuls.alert.resolved";
            eventually(() -> assertThat(toldInTopic(alert)).containsExactly(firing, resolved, firing, resolved));
            eventually(() ->
                    assertThat(metric("buurtpuls_alerts_deliveries_parked")).isZero());
        }
    }

    /** A receiver that is slow may answer when its delivery has been replayed, and waits for what goes before it. */
    @Test
    void whatBecomesOfATryFromBeforeAReplayLeavesTheReplayAsItIs() {
        String alert = "again.BU02160001.1";
        people("BU02160001");
        make(rule("again", "GM0216", null)).statusCode(201);
        assistance("BU02160001", 60);
        eventually(() -> assertThat(delivered(alert)).isEqualTo(1));
        Outbox.Delivery before =
                outbox.list("delivered", Page.parse("1", "100")).await().atMost(Patience.LIMIT).stream()
                        .filter(delivery -> delivery.alert().equals(alert))
                        .findFirst()
                        .orElseThrow();

        outbox.replay(before.id()).await().atMost(Patience.LIMIT);

        assertThat(outbox.delivered(before).await().atMost(Patience.LIMIT)).isEmpty();
        outbox.parked(before, "too slow").await().atMost(Patience.LIMIT);
        eventually(() -> assertThat(toldInTopic(alert))
                .containsExactly("nl.buurtpuls.alert.firing", "nl.buurtpuls.alert.firing"));
    }

    /** In which it is tried again and again. */
    private void aDayGoesBy(String alert) {
        pool.preparedQuery("update alert_delivery set created_at = created_at - interval '25 hours', attempts = 30,"
                        + " due_at = clock_timestamp() where alert = $1 and delivered_at is null")
                .execute(Tuple.of(alert))
                .await()
                .atMost(Patience.LIMIT);
    }

    private void longAgoDelivered(String event) {
        eventually(() -> assertThat(
                        pool.preparedQuery("update alert_delivery set delivered_at = delivered_at - interval '91 days'"
                                        + " where event = $1 and receiver like 'http%' and delivered_at is not null")
                                .execute(Tuple.of(event))
                                .await()
                                .atMost(Patience.LIMIT)
                                .rowCount())
                .isEqualTo(1));
    }

    /** @param receiver how its name begins */
    private static void replay(String event, String receiver) {
        int id = asAdmin()
                .get("/v1/alert-deliveries")
                .path("find { it.event == '" + event + "' && it.receiver.startsWith('" + receiver + "') }.id");
        asAdmin()
                .post("/v1/alert-deliveries/" + id + "/replay")
                .then()
                .statusCode(200)
                .body("event", equalTo(event));
    }

    /** The ids of the events that were posted but for the first few. */
    private List<String> told(Hook hook, int first) throws IOException {
        List<String> ids = new ArrayList<>();
        for (Hook.Posted posted : hook.posted().stream().skip(first).toList()) {
            ids.add(json.readTree(posted.body()).path("id").asText());
        }
        return ids;
    }

    /** The sum of what is counted under a name and labels; 0 if nothing is. */
    private static double metric(String name, String... labels) {
        return given().get("/q/metrics")
                .asString()
                .lines()
                .filter(line -> line.startsWith(name + "{") || line.startsWith(name + " "))
                .filter(line -> Stream.of(labels).allMatch(line::contains))
                .mapToDouble(line -> Double.parseDouble(line.substring(line.lastIndexOf(' ') + 1)))
                .sum();
    }

    private void forget() {
        outbox.forget().await().atMost(Patience.LIMIT);
    }

    private long delivered(String alert) {
        return pool.preparedQuery("select count(*) from alert_delivery where alert = $1 and delivered_at is not null")
                .execute(Tuple.of(alert))
                .await()
                .atMost(Patience.LIMIT)
                .iterator()
                .next()
                .getLong(0);
    }

    @Test
    void theWorstOfTheirLevelAreAlertedToo() {
        people("BU01680001");
        people("BU01680002");
        assistance("BU01680001", 60);
        assistance("BU01680002", 40);
        make(onPlaces("worst", "GM0168")).statusCode(201).body("rank.worst", equalTo(1));

        eventually(() -> alerts("firing", "GM0168").body("area", contains("BU01680001")));
        assistance("BU01680002", 100);
        eventually(() -> alerts("firing", "GM0168").body("area", contains("BU01680002")));
        asAdmin().delete("/v1/alert-rules/worst").then().statusCode(204);
    }

    @Test
    void alertsAreCountedAndThereIsNoAlertOfNoName() {
        given().get("/v1/alerts?state=loud").then().statusCode(400).body("errors.pointer", contains("/state"));
        given().get("/v1/alerts/none.1").then().statusCode(404);
        acknowledge("none.1").statusCode(404);
        asAdmin().post("/v1/alert-deliveries/0/replay").then().statusCode(404);
        given().get("/q/metrics")
                .then()
                .body(containsString("buurtpuls_alerts_deliveries_waiting"))
                .body(containsString("buurtpuls_alerts_deliveries_oldest_seconds"))
                .body(containsString("buurtpuls_alerts_evaluation_seconds_count"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "\"seen\"; ''; not-an-object",
                "{\"note\":{}}; /note; not-a-text",
                "{\"note\":\"\\u0000\"}; /note; control-character",
                "{\"note\":; ''; not-json"
            })
    void aNoteThatIsNoneIsRefusedByFieldAndRule(String body, String pointer, String code) {
        asAdmin()
                .contentType("application/json")
                .body(body)
                .post("/v1/alerts/none.1/acknowledgement")
                .then()
                .statusCode(400)
                .contentType(startsWith("application/problem+json"))
                .body("errors.pointer", contains(pointer))
                .body("errors.code", contains(code));
    }

    @Test
    void aRuleThatIsRemovedEndsItsAlerts() {
        people("BU02280001");
        make(rule("removed", "GM0228", null)).statusCode(201);
        assistance("BU02280001", 60);
        eventually(() -> alerts("firing", "GM0228").body("id", contains("removed.BU02280001.1")));

        asAdmin().delete("/v1/alert-rules/removed").then().statusCode(204);

        eventually(() -> alerts("resolved", "GM0228").body("cause", contains("rule-changed")));
    }

    /** Of the country there are thousands. */
    @Test
    void aRuleThatIsWrittenHasNoAreasLookedAtButItsOwn() {
        people("BU02300001");
        assistance("BU02300001", 60);
        people("BU02320001");
        people("BU02320002");
        people("BU02320003");
        make(rule("of-another", "GM0232", null)).statusCode(201);
        long before = looksOnceAllIsSeen();

        make(rule("its-own", "GM0230", null)).statusCode(201);

        eventually(() -> alerts("firing", "GM0230").body("id", contains("its-own.BU02300001.1")));
        assertThat(looksOnceAllIsSeen() - before).isEqualTo(1);
        for (String rule : List.of("its-own", "of-another")) {
            asAdmin().delete("/v1/alert-rules/" + rule).then().statusCode(204);
        }
    }

    /** How many areas were looked at by the time that no more are. */
    private static long looksOnceAllIsSeen() {
        AtomicLong last = new AtomicLong(-1);
        await().atMost(Patience.LIMIT).pollInterval(Duration.ofSeconds(3)).until(() -> {
            long looks = (long) metric("buurtpuls_alerts_evaluation_seconds_count");
            return looks == last.getAndSet(looks);
        });
        return last.get();
    }

    /** The database does not take the alert of one buurt, nor that of a rank rule. */
    @Test
    void whatCannotBeLookedAtHoldsUpNoOtherAndIsLookedAtAgain() {
        refuseAlerts("(new.rule = 'refused' and new.area = 'BU02220001') or new.rule = 'refused-places'");
        try {
            people("BU02220001");
            people("BU02220002");
            assistance("BU02220001", 80);
            assistance("BU02220002", 60);
            make(rule("refused", "GM0222", null)).statusCode(201);
            make(onPlaces("refused-places", "GM0222")).statusCode(201);
            make(onPlaces("taken-places", "GM0222")).statusCode(201);

            eventually(() -> alerts("firing", "GM0222")
                    .body("id", containsInAnyOrder("refused.BU02220002.1", "taken-places.BU02220001.1")));
            long refusals = refusals();
            eventually(() -> assertThat(refusals()).isGreaterThan(refusals + 2));
        } finally {
            takeAlerts();
        }

        eventually(() -> alerts("firing", "BU02220001")
                .body(
                        "id",
                        containsInAnyOrder(
                                "refused.BU02220001.1", "refused-places.BU02220001.1", "taken-places.BU02220001.1")));
        for (String rule : List.of("refused", "refused-places", "taken-places")) {
            asAdmin().delete("/v1/alert-rules/" + rule).then().statusCode(204);
        }
    }

    private static String onPlaces(String id, String within) {
        return rule(id, within, null)
                .replace("\"threshold\":0.25", "\"rank\":{\"worst\":1}")
                .replace("\"clearAt\":0.23,", "");
    }

    /** A sequence counts on though what it was asked for in is rolled back. */
    private void refuseAlerts(String which) {
        run("create sequence refusals; create function refuse() returns trigger language plpgsql as"
                + " $$ begin perform nextval('refusals'); raise exception 'not today'; end $$;"
                + " create trigger refuse before insert on alert for each row when (" + which
                + ") execute function refuse()");
    }

    private void takeAlerts() {
        run("drop trigger refuse on alert; drop function refuse(); drop sequence refusals");
    }

    private long refusals() {
        return run("select last_value from refusals").iterator().next().getLong(0);
    }

    private RowSet<Row> run(String statements) {
        return pool.query(statements).execute().await().atMost(Patience.LIMIT);
    }

    private void people(String buurt) {
        String municipality = "GM" + buurt.substring(2, 6);
        publisher
                .cell(municipality, Measure.POPULATION, "2023-01-01", 4000)
                .cell(buurt, Measure.POPULATION, "2023-01-01", 400)
                .cell(buurt, Measure.MINORS, "2023-01-01", 200)
                .done();
    }

    private void assistance(String buurt, long minors) {
        publisher
                .cell(buurt, Measure.RECIPIENT_HOUSEHOLD_MINORS, "social-assistance", "2024-03-01", minors)
                .done();
    }

    private static String rule(String id, String within, @Nullable Hook hook) {
        String webhook = hook == null ? "" : ",\"webhook\":\"" + hook.address() + "\"";
        return "{\"id\":\"" + id
                + "\",\"indicator\":\"social-assistance.minors.share\",\"level\":\"buurt\",\"within\":\""
                + within + "\",\"direction\":\"above\",\"threshold\":0.25,\"clearAt\":0.23,\"holdFor\":\"P7D\","
                + "\"minimumPopulation\":100,\"severity\":\"critical\",\"enabled\":true" + webhook + "}";
    }

    private static RequestSpecification asAdmin() {
        return given().header("Authorization", Keys.bearer(Roles.ALERT_ADMIN)).contentType(ContentType.JSON);
    }

    private static ValidatableResponse make(String rule) {
        return asAdmin().body(rule).post("/v1/alert-rules").then();
    }

    private static ValidatableResponse acknowledge(String id) {
        return asAdmin()
                .body("{\"note\":\"wij bellen\"}")
                .post("/v1/alerts/" + id + "/acknowledgement")
                .then();
    }

    private static ValidatableResponse alerts(String state, String area) {
        return given().get("/v1/alerts?state=" + state + "&area=" + area).then().statusCode(200);
    }

    private static void assertSigned(Hook.Posted posted) {
        String[] parts = posted.signature().split("[=,]");
        assertThat(posted.signature()).isEqualTo(Signature.of(posted.body(), Long.parseLong(parts[1]), SECRET));
    }

    private static void eventually(ThrowingRunnable assertion) {
        await().atMost(Patience.LIMIT).untilAsserted(assertion);
    }
}
