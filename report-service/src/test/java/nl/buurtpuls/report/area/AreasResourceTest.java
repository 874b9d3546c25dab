package nl.buurtpuls.report.area;

import static io.restassured.RestAssured.get;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;

import nl.buurtpuls.report.testing.ServiceTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@ServiceTest
class AreasResourceTest {

    @ParameterizedTest
    @CsvSource({
        "?level=wijk&within=HN, 14",
        "?level=wijk&within=GM0917, 23",
        "?level=buurt&within=WK091710, 2",
        "?level=group, 1",
        "?level=country, 1",
        "?level=buurt&within=GM0363, 0",
    })
    void areasOfALevelWithinAnother(String query, int expected) {
        get("/v1/areas" + query).then().statusCode(200).body("$", hasSize(expected));
    }

    @Test
    void anAreaTellsWhatContainsIt() {
        get("/v1/areas?level=buurt&within=WK091710")
                .then()
                .body("code", contains("BU09171000", "BU09171001"))
                .body("level", everyItem(equalTo("buurt")))
                .body("[0].name", equalTo("Maria Gewanden"))
                .body("[0].parents[0..2]", contains("WK091710", "HN", "GM0917"));
    }

    @Test
    void pagesTogetherAreTheWholeList() {
        get("/v1/areas?level=wijk&within=GM0917&page=1&pageSize=20").then().body("$", hasSize(20));
        get("/v1/areas?level=wijk&within=GM0917&page=2&pageSize=20").then().body("$", hasSize(3));
        get("/v1/areas?level=wijk&within=GM0917&page=3&pageSize=20").then().body("$", empty());
    }

    @Test
    void oneAreaHasItsChildren() {
        get("/v1/areas/GM0917")
                .then()
                .body("level", equalTo("municipality"))
                .body("children", hasSize(23))
                .body("children.level", everyItem(equalTo("wijk")));
        get("/v1/areas/HN").then().body("level", equalTo("group")).body("children", hasSize(14));
        get("/v1/areas/WK091710").then().body("children.code", contains("BU09171000", "BU09171001"));
        get("/v1/areas/BU09171000").then().body("children", empty());
        get("/v1/areas/NL").then().body("children.level", not(hasItem("municipality")));
    }

    @Test
    void aBuurtThatTheTableLacksIsKnownByItsCode() {
        get("/v1/areas/BU03630001")
                .then()
                .statusCode(200)
                .body("name", equalTo("BU03630001"))
                .body("level", equalTo("buurt"))
                .body("parents", hasItems("WK036300", "GM0363"));
        get("/v1/areas/WK036300")
                .then()
                .statusCode(200)
                .body("level", equalTo("wijk"))
                .body("parents[0]", equalTo("GM0363"));
        get("/v1/areas/BU09179999").then().statusCode(404);
    }
}
