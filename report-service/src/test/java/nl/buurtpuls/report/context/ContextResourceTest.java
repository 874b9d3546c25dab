package nl.buurtpuls.report.context;

import static io.restassured.RestAssured.delete;
import static io.restassured.RestAssured.get;
import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.hasSize;

import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import java.nio.charset.StandardCharsets;
import nl.buurtpuls.contract.access.Roles;
import nl.buurtpuls.report.testing.Keys;
import nl.buurtpuls.report.testing.Line;
import nl.buurtpuls.report.testing.ServiceTest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@ServiceTest
class ContextResourceTest {

    private static final String FIGURES = "/v1/context-figures";
    private static final String HEADER = "area,indicator,period,value,unit,source,label_nl,label_en\n";

    Line database;

    @AfterEach
    void mend() {
        database.mend();
    }

    @Test
    void whatIsTakenCanBeReadByAreaAndIndicator() {
        post("""
                BU00140001,trust.share,2022,48.5,%,"CBS, enquête",Vertrouwen in elkaar,Trust in each other
                BU00140002,trust.share,2022,59,%,"CBS, enquête",Vertrouwen in elkaar,Trust in each other
                BU00140001,energy-poverty.share,2021,15,%,TNO,Energiearmoede,Energy poverty
                """).statusCode(200).body("taken", equalTo(3)).body("refused", empty());

        get(FIGURES + "?area=BU00140001")
                .then()
                .statusCode(200)
                .body("indicator", contains("energy-poverty.share", "trust.share"))
                .body("[1].area", equalTo("BU00140001"))
                .body("[1].period", equalTo("2022"))
                .body("[1].value", equalTo(48.5f))
                .body("[1].unit", equalTo("%"))
                .body("[1].source", equalTo("CBS, enquête"))
                .body("[1].label", equalTo("Vertrouwen in elkaar"));
        get(FIGURES + "?area=BU00140002&indicator=trust.share").then().body("value", contains(59));
        given().header("Accept-Language", "en")
                .get(FIGURES + "?indicator=trust.share&area=BU00140002")
                .then()
                .body("label", contains("Trust in each other"));
    }

    @Test
    void whatComesAgainReplacesAndOfTwoOnOneCallTheLastHolds() {
        post("BU00140003,x.share,2022,1,%,one,n,e\n").body("taken", equalTo(1));
        post("BU00140003,x.share,2022,2,%,two,n,e\nBU00140003,x.share,2022,3,EUR,three,nn,ee\n")
                .body("taken", equalTo(2));
        post("BU00140003,x.share,2023,9,%,one,n,e\n").body("taken", equalTo(1));

        get(FIGURES + "?area=BU00140003")
                .then()
                .body("period", contains("2022", "2023"))
                .body("[0].value", equalTo(3))
                .body("[0].unit", equalTo("EUR"))
                .body("[0].source", equalTo("three"))
                .body("[0].label", equalTo("nn"));
    }

    @Test
    void badLinesAreToldAndGoodOnesAreTaken() {
        post("BU00140004,y,2022,1,%,s,n,e\nBU09179999,y,2022,1,%,s,n,e\nBU00140004,y,soon,1,%,s,n,e\n")
                .statusCode(200)
                .body("taken", equalTo(1))
                .body("refused.line", contains(3, 4))
                .body("refused.code", contains("unknown-area", "not-a-period"))
                .body("refused[1].detail", containsString("'soon'"));

        get(FIGURES + "?area=BU00140004").then().body("$", hasSize(1));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"BU03630001", "WK036300", "GM0363", "RG-PARKSTAD", "CR39", "PV31", "NL", "HN", "BU09171000"})
    void anyAreaHasContext(String area) {
        post(area + ",any.share,2022,1,%,s,n,e\n").body("taken", equalTo(1));

        get("/v1/areas/" + area).then().body("context.indicator", hasItem("any.share"));
    }

    @Test
    void manyLinesAreTakenInOneCall() {
        StringBuilder lines = new StringBuilder();
        for (int i = 0; i < 12_000; i++) {
            lines.append("BU00149999,many.n")
                    .append(i)
                    .append(",2022,")
                    .append(i)
                    .append(",persons,s,n,e\n");
        }
        post(lines.toString()).statusCode(200).body("taken", equalTo(12_000));

        get(FIGURES + "?area=BU00149999&page=3&pageSize=5000").then().body("$", hasSize(2_000));
        get(FIGURES + "?indicator=many.n11999").then().body("value", contains(11_999));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "area,indicator|/period|missing-column",
                "|/area|missing-column",
                "area;indicator;period|/area|missing-column",
            })
    void aHeaderThatLacksAColumnIsToldWhich(String header, String pointer, String code) {
        writing()
                .contentType("text/csv")
                .body(header == null ? "\n" : header)
                .post(FIGURES)
                .then()
                .statusCode(400)
                .contentType("application/problem+json")
                .body("errors[0].pointer", equalTo(pointer))
                .body("errors[0].code", equalTo(code));
    }

    @Test
    void whatIsNoTextIsTold() {
        writing()
                .contentType("text/csv")
                .body("wáárde".getBytes(StandardCharsets.ISO_8859_1))
                .post(FIGURES)
                .then()
                .statusCode(400)
                .body("errors[0].code", equalTo("not-utf-8"));
    }

    @Test
    void tooMuchIsTooLargeAndNothingIsTaken() {
        post("BU00140005,z,2022,1,%,s,n,e\n" + "#\n".repeat(100_000))
                .statusCode(413)
                .contentType("application/problem+json")
                .body("type", equalTo("urn:buurtpuls:problem:too-large"))
                .body("detail", containsString("100000"));
        post("BU00140005,z,2022,1,%,s,n,e\n" + " ".repeat(10_000_000)).statusCode(413);

        get(FIGURES + "?area=BU00140005").then().body("$", empty());
    }

    @Test
    void anotherFormIs415AndAnotherMethodIsToldWhichThereAre() {
        writing()
                .contentType("application/json")
                .body("[]")
                .post(FIGURES)
                .then()
                .statusCode(415)
                .contentType("application/problem+json");
        delete(FIGURES).then().statusCode(405).header("Allow", equalTo("GET, HEAD, OPTIONS, POST"));
    }

    @Test
    void unknownNamesAreToldTheNearest() {
        get(FIGURES + "?area=GM0971x").then().statusCode(404).body("detail", containsString("GM0971"));
        get(FIGURES + "?indicator=woz-valeu").then().statusCode(404).body("detail", containsString("woz-value"));
        get(FIGURES + "?area=BU00140006&indicator=woz-value")
                .then()
                .statusCode(200)
                .body("$", empty());
    }

    @Test
    void figuresAreATableToo() {
        post("BU00140007,trust.share,2022,48.5,%,\"CBS, enquête\",Vertrouwen,Trust\n");

        given().accept("text/csv")
                .get(FIGURES + "?area=BU00140007")
                .then()
                .statusCode(200)
                .body(equalTo("area,indicator,label,period,value,unit,source\r\n"
                        + "BU00140007,trust.share,Vertrouwen,2022,48.5,%,\"CBS, enquête\"\r\n"));
    }

    @Test
    void whatIsShippedIsThereFromTheStart() {
        get(FIGURES + "?indicator=life-expectancy")
                .then()
                .body("area", contains("GM0917", "NL"))
                .body("value", contains(79.3f, 81.6f))
                .body("source", hasItem(containsString("vzinfo")));
        get(FIGURES + "?area=RG-PARKSTAD").then().body("indicator", hasItems("special-secondary-education.share"));
        get(FIGURES + "?indicator=woz-value&pageSize=1000")
                .then()
                .body("findAll { it.period == '2022' }", hasSize(345 + 23));
    }

    @Test
    void anAreaIsShownWithItsContext() {
        post("BU00140008,trust.share,2022,48.5,%,CBS,Vertrouwen,Trust\n");

        get("/v1/areas/BU00140008")
                .then()
                .statusCode(200)
                .body("context.indicator", contains("trust.share"))
                .body("context[0].label", equalTo("Vertrouwen"))
                .body("context[0].source", equalTo("CBS"))
                .body("context[0].period", equalTo("2022"));
        get("/v1/areas/GM0917").then().body("context.indicator", hasItems("energy-poverty.share", "woz-value"));
        get("/v1/areas/GM0363").then().body("context.indicator", hasItems("ses-woa", "woz-value"));
    }

    @Test
    void aStoredScoreStandsInPlaceOfThatOfTheAreaTable() {
        get("/v1/areas/GM0613")
                .then()
                .body("context.find { it.indicator == 'ses-woa' }.value", equalTo(0.224f))
                .body("context.find { it.indicator == 'ses-woa' }.period", equalTo("2019"));

        post("GM0613,ses-woa,2019,0.225,score,CBS anew,n,e\n");

        get("/v1/areas/GM0613")
                .then()
                .body("context.findAll { it.indicator == 'ses-woa' }.source", contains("CBS anew"));
    }

    @Test
    void withoutItsDatabaseNothingIsPromised() {
        database.cut();

        post("BU00140009,z,2022,1,%,s,n,e\n").statusCode(503).header("Retry-After", "5");
        get(FIGURES).then().statusCode(503);
        get("/v1/areas/GM0917").then().statusCode(503);
    }

    private static RequestSpecification writing() {
        return given().header("Authorization", Keys.bearer(Roles.CONTEXT_WRITER));
    }

    private static ValidatableResponse post(String lines) {
        return writing()
                .contentType("text/csv")
                .body((HEADER + lines).getBytes(StandardCharsets.UTF_8))
                .post(FIGURES)
                .then();
    }
}
