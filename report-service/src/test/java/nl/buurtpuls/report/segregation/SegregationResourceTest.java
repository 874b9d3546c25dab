package nl.buurtpuls.report.segregation;

import static nl.buurtpuls.report.testing.ExactReader.get;
import static nl.buurtpuls.report.testing.ExactReader.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import io.restassured.RestAssured;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import nl.buurtpuls.contract.indicator.Measure;
import nl.buurtpuls.report.testing.Patience;
import nl.buurtpuls.report.testing.Publisher;
import nl.buurtpuls.report.testing.ServiceTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@ServiceTest
class SegregationResourceTest {

    /** Vrieheide-De Stack: five buurten. */
    private static final String WIJK = "/v1/areas/WK091720/segregation";

    @Inject
    Publisher publisher;

    /**
     * In 2020 (100, 60, 40, 0) recipients beside (0, 40, 60, 100) others, and a fifth buurt without anybody. Those of the
     * first are gone on 1 January 2021, and all on 1 January 2022.
     */
    @BeforeEach
    void publish() {
        long[] recipients = {100, 60, 40, 0};
        for (int i = 0; i < recipients.length; i++) {
            String buurt = "BU0917200" + i;
            String end = i == 0 ? "2021-01-01" : "2022-01-01";
            publish(buurt, "social-assistance", recipients[i], 100, "2020-01-01", end);
        }
        publish("WK091711", "disability", 90, 100, "2016-01-01", "2017-01-01");
        publish("WK091713", "disability", 10, 100, "2016-01-01", "2017-01-01");
        publisher.done();
    }

    private void publish(String area, String scheme, long recipients, long adults, String from, String until) {
        publisher
                .cell(area, Measure.ADULTS, from, adults)
                .cell(area, Measure.ADULTS, until, -adults)
                .cell(area, Measure.ADULT_RECIPIENTS, scheme, from, recipients)
                .cell(area, Measure.ADULT_RECIPIENTS, scheme, until, -recipients);
    }

    private static void whenReady(String path, String index, float value) {
        await().atMost(Patience.LIMIT)
                .untilAsserted(
                        () -> get(path).then().statusCode(200).body("indices." + index + ".value", equalTo(value)));
    }

    @Test
    void theIndicesAreThoseOfTheBuurtenOnTheDate() {
        whenReady(WIJK + "?date=2020-06-01", "multigroupDissimilarity", 0.6f);
        get(WIJK + "?date=2020-06-01")
                .then()
                .body("area", equalTo("WK091720"))
                .body("group", equalTo("social-assistance"))
                .body("unit", equalTo("buurt"))
                .body("date", equalTo("2020-06-01"))
                .body("indices.dissimilarity.value", equalTo(0.6f))
                .body("indices.gini.value", equalTo(0.8f))
                .body("indices.isolation.value", equalTo(0.76f))
                .body("indices.interaction.value", equalTo(0.24f))
                .body("indices.eta2.value", equalTo(0.52f))
                .body("indices.atkinson.value", equalTo(0.76f))
                .body("indices.between.value", equalTo(0f));
        // (60, 40, 0) of 300: ½(|.6 − .2| + |.4 − .3| + |0 − .5|).
        whenReady(WIJK + "?date=2021-06-01", "dissimilarity", 0.5f);
    }

    @Test
    void withTwoGroupsTheSchemesAreAsSegregatedAsTheGroup() {
        whenReady(WIJK + "?date=2020-06-01", "multigroupDissimilarity", 0.6f);
        Map<String, Map<String, Float>> indices = get(WIJK + "?date=2020-06-01").path("indices");

        assertThat(indices.get("multigroupTheil").get("value"))
                .isEqualTo(indices.get("theil").get("value"));
        assertThat(indices.get("within").get("value"))
                .isEqualTo(indices.get("mutualInformation").get("value"))
                .isBetween(0.3f, 0.4f);
    }

    @Test
    void eachIndexHasItsIntervalAboutTheCorrectedValue() {
        whenReady(WIJK + "?date=2020-06-01", "multigroupDissimilarity", 0.6f);
        Map<String, Map<String, Float>> indices = get(WIJK + "?date=2020-06-01").path("indices");

        assertThat(indices.get("dissimilarity").get("low")).isBetween(0.45f, 0.58f);
        assertThat(indices.get("dissimilarity").get("corrected")).isBetween(0.58f, 0.62f);
        assertThat(indices.get("dissimilarity").get("high")).isBetween(0.62f, 0.75f);
        for (String index : List.of("gini", "theil", "isolation", "mutualInformation", "multigroupTheil", "within")) {
            assertThat(indices.get(index).get("low"))
                    .as(index)
                    .isLessThan(indices.get(index).get("corrected"));
            assertThat(indices.get(index).get("high"))
                    .as(index)
                    .isGreaterThan(indices.get(index).get("corrected"));
        }
    }

    @Test
    void theAnswerNamesEveryIndexAlsoWithoutAnybody() {
        Response answer = get(WIJK + "?date=2019-12-31");
        Map<String, Map<String, Object>> indices = answer.path("indices");

        assertThat(new ArrayList<>(indices.keySet()))
                .isEqualTo(Arrays.stream(Index.values()).map(Index::code).toList());
        for (Map<String, Object> estimate : indices.values()) {
            assertThat(estimate).containsOnlyKeys("value", "corrected", "low", "high", "suppressed");
            assertThat(estimate.remove("suppressed")).isEqualTo(false);
            assertThat(estimate.values()).containsOnlyNulls();
        }
    }

    @Test
    void askingTwiceGivesTheSameAnswerAndTag() {
        whenReady(WIJK + "?date=2020-06-01", "multigroupDissimilarity", 0.6f);
        Response first = get(WIJK + "?date=2020-06-01");
        Response second = get(WIJK + "?date=2020-06-01");

        assertThat(second.asString()).isEqualTo(first.asString());
        assertThat(second.header("ETag")).isEqualTo(first.header("ETag"));
        given().header("If-None-Match", first.header("ETag"))
                .get(WIJK + "?date=2020-06-01")
                .then()
                .statusCode(304);
    }

    @Test
    void theSchemesDoNotDependOnTheGroupAskedFor() {
        whenReady(WIJK + "?date=2020-06-01", "multigroupDissimilarity", 0.6f);
        Response one = get(WIJK + "?date=2020-06-01&group=social-assistance");
        Response other = get(WIJK + "?date=2020-06-01&group=unemployment");

        assertThat(other.<Object>path("group")).isEqualTo("unemployment");
        assertThat(other.<Object>path("indices.dissimilarity.value")).isNull();
        assertThat(other.<Object>path("indices.multigroupTheil")).isEqualTo(one.path("indices.multigroupTheil"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"WK091720", "HN", "GM0917"})
    void eachAreaAboveABuurtHasThoseOfTheBuurtenInIt(String area) {
        whenReady("/v1/areas/" + area + "/segregation?date=2020-06-01", "dissimilarity", 0.6f);
    }

    @Test
    void wijkenCanBeTheUnits() {
        // 90 of 100 beside 10 of 100.
        whenReady("/v1/areas/HN/segregation?unit=wijk&group=disability&date=2016-06-01", "dissimilarity", 0.8f);
        whenReady("/v1/areas/GM0917/segregation?unit=wijk&group=disability&date=2016-06-01", "isolation", 0.82f);
    }

    /** The first buurt, all recipients, is emptied; the other three stay as they are. */
    @Test
    void aChangeIsToldByItsTerms() {
        String path = WIJK + "/change?from=2020-06-01&to=2021-06-01";
        await().atMost(Patience.LIMIT).untilAsserted(() -> {
            Map<String, Map<String, Float>> terms = get(path).path("ofSchemes");
            assertThat(terms.get("before").get("value")).isBetween(0.3f, 0.4f);
            assertThat(terms.get("after").get("value")).isBetween(0.1f, 0.3f);
        });
        Map<String, Map<String, Float>> terms = get(path).path("ofGroup");

        assertThat(get(path).<String>path("from")).isEqualTo("2020-06-01");
        assertThat(get(path).<String>path("to")).isEqualTo("2021-06-01");
        assertThat(new ArrayList<>(terms.keySet()))
                .isEqualTo(Arrays.stream(Term.values()).map(Term::code).toList());
        float change = terms.get("after").get("value") - terms.get("before").get("value");
        assertThat(terms.get("change").get("value")).isCloseTo(change, within(1e-6f));
        assertThat(terms.get("removals").get("value")).isCloseTo(change, within(1e-6f));
        assertThat(terms.get("within").get("value")).isCloseTo(change, within(1e-6f));
        assertThat(terms.get("structural").get("value")).isCloseTo(0, within(1e-6f));
        assertThat(terms.get("change").get("low")).isLessThan(change);
        assertThat(get(path).asString()).isEqualTo(get(path).asString());
    }

    @Test
    void aChangeFromNobodyHasNoTerms() {
        Map<String, Map<String, Object>> terms =
                get(WIJK + "/change?from=2019-06-01&to=2021-06-01").path("ofGroup");

        assertThat(terms).hasSize(Term.values().length);
        assertThat(terms.values()).allSatisfy(estimate -> {
            assertThat(estimate.remove("suppressed")).isEqualTo(false);
            assertThat(estimate.values()).containsOnlyNulls();
        });
    }

    @Test
    void theDateIsTodayUnlessTold() {
        get(WIJK + "?group=&unit=&date=")
                .then()
                .statusCode(200)
                .body("date", equalTo("2024-06-15"))
                .body("group", equalTo("social-assistance"))
                .body("unit", equalTo("buurt"))
                .body("indices.dissimilarity.value", nullValue());
    }

    @ParameterizedTest
    @CsvSource({
        "/v1/areas/BU09172000/segregation, /code, has-no-units",
        "/v1/areas/WK091720/segregation?unit=wijk, /unit, has-no-units",
        "/v1/areas/GM0917/segregation?unit=street, /unit, not-one-of",
        "/v1/areas/GM0917/segregation?unit=municipality, /unit, not-one-of",
        "/v1/areas/GM0917/segregation?group=bijstand, /group, not-one-of",
        "/v1/areas/GM0917/segregation?date=2023-02-29, /date, not-a-date",
        "/v1/areas/GM0917/segregation/change, /from, required",
        "/v1/areas/GM0917/segregation/change?from=2021-01-01&to=2020-01-01, /from, from-after-to",
        "/v1/areas/GM0917/segregation/change?from=2020-01-01&group=all, /group, not-one-of",
        "/v1/areas/BU09172000/segregation/change?from=2020-01-01, /code, has-no-units",
    })
    void aWrongParameterIsNamedWithTheRuleThatItBreaks(String path, String pointer, String code) {
        get(path)
                .then()
                .statusCode(400)
                .contentType("application/problem+json")
                .body("errors", hasSize(1))
                .body("errors[0].pointer", equalTo(pointer))
                .body("errors[0].code", equalTo(code))
                .body("errors.detail", everyItem(notNullValue()));
    }

    @Test
    void buurtenThatTheAreaTableLacksCountTooAndTheAnswerIsHadAsCsv() {
        publish("BU03630001", "social-assistance", 60, 100, "2020-01-01", "2022-01-01");
        publish("BU03630002", "social-assistance", 20, 100, "2020-01-01", "2022-01-01");
        publisher.done();

        whenReady("/v1/areas/GM0363/segregation?date=2020-06-01", "dissimilarity", 60 / 80f - 40 / 120f);
        assertThat(given().header("Accept", "text/csv")
                        .get("/v1/areas/WK036300/segregation?date=2020-06-01")
                        .asString()
                        .lines()
                        .toList())
                .startsWith("area,group,unit,date,index,value,corrected,low,high,suppressed")
                .anyMatch(line -> line.startsWith("WK036300,social-assistance,buurt,2020-06-01,dissimilarity,0.416"));
    }

    @Test
    void whatIsWithheldCanBeToldFromWhatIsUndefined() {
        publish("BU02170001", "social-assistance", 6, 40, "2020-01-01", "2022-01-01");
        publish("BU02170002", "social-assistance", 2, 40, "2020-01-01", "2022-01-01");
        publisher.done();
        String path = "/v1/areas/WK021700/segregation?date=2020-06-01";
        whenReady(path, "dissimilarity", 6 / 8f - 34 / 72f);

        get(path).then().body("indices.dissimilarity.suppressed", equalTo(false));
        RestAssured.get(path)
                .then()
                .body("indices.dissimilarity.value", nullValue())
                .body("indices.dissimilarity.suppressed", equalTo(true));
        assertThat(RestAssured.given().accept("text/csv").get(path).asString()).contains("dissimilarity,,,,,true");
    }

    @Test
    void anAreaWithoutFiguresHasNoIndices() {
        get("/v1/areas/WK051800/segregation").then().statusCode(200).body("indices.dissimilarity.value", nullValue());
    }

    @Test
    void anUnknownAreaIsUnknown() {
        get("/v1/areas/HX/segregation").then().statusCode(404).body("status", equalTo(404));
    }
}
