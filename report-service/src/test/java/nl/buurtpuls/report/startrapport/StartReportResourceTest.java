package nl.buurtpuls.report.startrapport;

import static io.restassured.RestAssured.get;
import static io.restassured.RestAssured.given;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;

import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import nl.buurtpuls.report.testing.Publisher;
import nl.buurtpuls.report.testing.ServiceTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@ServiceTest
class StartReportResourceTest {

    private static final String REPORT = "/v1/reports/startrapport";
    private static final String HEERLEN = REPORT + "?area=GM0917&date=2024-06-15";
    private static final String NORTH = REPORT + "?area=HN&date=2024-06-15";

    @Inject
    Publisher publisher;

    @BeforeEach
    void publish() {
        PrintedHeerlen.publish(publisher);
        await().atMost(Duration.ofSeconds(60))
                .untilAsserted(() -> get(NORTH)
                        .then()
                        .statusCode(200)
                        .body("printed.rows.find { it.row == 15 }.numerator", equalTo(650))
                        .body("printed.rows.find { it.row == 13 && it.item == 'b' }.value", equalTo(32_000)));
    }

    @Test
    void figuresStandInTheirChapterWithDefinitionDateAndCall() {
        String recipients =
                "sections.find { it.id == 'benefits' }.figures.find { it.id == 'social-assistance.recipients' }.";
        get(HEERLEN)
                .then()
                .statusCode(200)
                .header("Content-Language", "nl")
                .body("name", equalTo("Heerlen"))
                .body("dataFrom", equalTo(PrintedHeerlen.FIRST_DAY))
                .body("notes", empty())
                .body(recipients + "value", equalTo(4_058))
                .body(recipients + "text", equalTo("4.058"))
                .body(recipients + "date", equalTo("2024-06-15"))
                .body(recipients + "definition", equalTo("Inwoners met een lopende uitkering (bijstand)."))
                .body(recipients + "printed[0].printed", equalTo("4.058"))
                .body(recipients + "printed[0].difference", equalTo(0))
                .body(
                        recipients + "href",
                        equalTo("/v1/areas/GM0917/indicators/social-assistance.recipients/series"
                                + "?from=2024-06-15&to=2024-06-15&step=day"));
    }

    @Test
    void pages() throws IOException {
        Path folder = Files.createDirectories(Path.of("target", "startrapport"));
        for (String area : new String[] {"GM0917", "HN", "WK091734", "GM0160"}) {
            for (String language : new String[] {"nl", "en"}) {
                String page = given().header("Accept", "text/html")
                        .header("Accept-Language", language)
                        .get(REPORT + "?area=" + area + "&date=2024-06-15")
                        .then()
                        .statusCode(200)
                        .extract()
                        .asString();
                Files.writeString(folder.resolve(area + "-" + language + ".html"), page);
                byte[] pdf = given().header("Accept-Language", language)
                        .get(REPORT + "?area=" + area + "&date=2024-06-15&format=pdf")
                        .then()
                        .statusCode(200)
                        .extract()
                        .asByteArray();
                Files.write(folder.resolve(area + "-" + language + ".pdf"), pdf);
            }
        }
    }
}
