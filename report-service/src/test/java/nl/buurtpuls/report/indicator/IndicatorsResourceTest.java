package nl.buurtpuls.report.indicator;

import static io.restassured.RestAssured.get;
import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;

import nl.buurtpuls.contract.indicator.Catalogue;
import nl.buurtpuls.report.testing.ServiceTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@ServiceTest
class IndicatorsResourceTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "nl | nl | Inwoners",
                "en | en | Residents",
                "en-GB,en;q=0.9 | en | Residents",
                "nl;q=0.5, en | en | Residents",
                "de, nl-BE;q=0.8, en;q=0.5 | nl | Inwoners",
                "de | nl | Inwoners",
                "* | nl | Inwoners",
                "en;q=0, nl;q=0.1 | nl | Inwoners",
                "nl;q=0.1, *;q=0.2, en;q=0.3 | en | Residents",
                "english please | nl | Inwoners",
            })
    void labelsAreInTheLanguageThatTheReaderWouldRatherHave(String accepted, String language, String label) {
        given().header("Accept-Language", accepted)
                .get("/v1/indicators")
                .then()
                .statusCode(200)
                .header("Content-Language", language)
                .header("Vary", "Accept, Accept-Language, Authorization, Accept-Encoding")
                .body("find { it.id == 'population' }.label", equalTo(label));
    }

    @Test
    void theCatalogueIsWhole() {
        get("/v1/indicators")
                .then()
                .body("$", hasSize(Catalogue.definitions().size()))
                .body("find { it.id == 'turnover.rate' }.kind", equalTo("flow"))
                .body("find { it.id == 'turnover.rate' }.windows", contains("30d", "1y", "5y", "10y"))
                .body("find { it.id == 'turnover.rate' }.unit", equalTo("moves per resident"))
                .body(
                        "find { it.id == 'social-assistance.recipients.share' }.formula",
                        equalTo("(recipients.adults[social-assistance]) / (population.adults)"))
                .body("find { it.id == 'population' }.windows", empty())
                .body("find { it.id == 'population' }.definition", equalTo("Personen die in het gebied wonen."))
                .body("find { it.id == 'population' }.source", equalTo("Basisregistratie Personen (BRP)"));
    }
}
