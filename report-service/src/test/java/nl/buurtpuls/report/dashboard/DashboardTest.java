package nl.buurtpuls.report.dashboard;

import static io.restassured.RestAssured.get;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.startsWith;

import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import nl.buurtpuls.report.testing.ServiceTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@ServiceTest
class DashboardTest {

    private static final Pattern ADDRESS = Pattern.compile("\"(/(?:_static|dashboard|fonts)/[^\"]*[^/\"])\"");

    @ParameterizedTest
    @ValueSource(strings = {"/", "/index.html"})
    void thePageLoadsFromThisServiceAloneAndRunsNoScriptThatStandsInIt(String path) {
        get(path)
                .then()
                .statusCode(200)
                .contentType(startsWith("text/html"))
                .header(
                        "Content-Security-Policy",
                        allOf(
                                startsWith("default-src 'none'; script-src 'self' 'sha256-"),
                                not(containsString("unsafe")),
                                not(containsString("http"))));
        assertThat(get(path).headers().getValues("Content-Security-Policy")).hasSize(1);
    }

    @Test
    void whatThePageNamesIsThere() {
        List<String> addresses = ADDRESS.matcher(get("/").asString())
                .results()
                .map((MatchResult found) -> found.group(1))
                .toList();

        assertThat(addresses).hasSizeGreaterThan(10);
        assertThat(addresses).allSatisfy(address -> get(address).then().statusCode(200));
    }

    @Test
    void whatIsLongIsCompressed() {
        given().header("Accept-Encoding", "gzip")
                .get("/dashboard/parts/app.js")
                .then()
                .statusCode(200)
                .header("Content-Encoding", "gzip")
                .header("Vary", containsString("Accept-Encoding"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"/kaart", "/dashboard", "/dashboard/parts/none.js", "/_static/none.js"})
    void whatIsNotThereIsAProblemAsEverywhere(String path) {
        get(path)
                .then()
                .statusCode(404)
                .contentType("application/problem+json")
                .header("Content-Security-Policy", equalTo("default-src 'none'; frame-ancestors 'none'"));
    }
}
