package nl.buurtpuls.report.startrapport;

import static nl.buurtpuls.report.testing.ExactReader.get;
import static nl.buurtpuls.report.testing.ExactReader.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.qute.i18n.Localized;
import io.quarkus.qute.i18n.MessageBundles;
import io.restassured.path.json.JsonPath;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import nl.buurtpuls.contract.indicator.Definition.Unit;
import nl.buurtpuls.contract.indicator.Measure;
import nl.buurtpuls.report.disclosure.Exactly;
import nl.buurtpuls.report.disclosure.PublishedPoint;
import nl.buurtpuls.report.indicator.Language;
import nl.buurtpuls.report.testing.Patience;
import nl.buurtpuls.report.testing.Publisher;
import nl.buurtpuls.report.testing.ServiceTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@ServiceTest
class StartReportResourceTest {

    private static final String HEERLEN = PrintedHeerlen.REPORT + "?area=GM0917&date=2024-06-15";
    private static final String NORTH = PrintedHeerlen.REPORT + "?area=HN&date=2024-06-15";

    @Inject
    Publisher publisher;

    @BeforeEach
    void publish() {
        PrintedHeerlen.isPublished(publisher);
    }

    @Test
    void figuresStandInTheirChapterWithDefinitionDateAndCall() {
        String recipients =
                "sections.find { it.id == 'benefits' }.figures.find { it.id == 'social-assistance.recipients' }.";
        get(HEERLEN)
                .then()
                .statusCode(200)
                .header("Content-Language", "nl")
                .header("Vary", containsString("Accept-Language"))
                .body("name", equalTo("Heerlen"))
                .body("dataFrom", equalTo(PrintedHeerlen.FIRST_DAY))
                .body("notes", empty())
                .body(
                        "sections.id",
                        contains("summary", "country", "area", "benefits", "moves", "arrivals", "consequences"))
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
    void englishReadersReadEnglishWithEnglishNumbers() {
        String share = "sections.find { it.id == 'benefits' }.figures"
                + ".find { it.id == 'social-assistance.since-settlement.share' }.";
        given().header("Accept-Language", "en-GB, nl;q=0.5")
                .get(HEERLEN)
                .then()
                .statusCode(200)
                .header("Content-Language", "en")
                .body("language", equalTo("en"))
                .body("title", equalTo("Start report Heerlen"))
                .body("sections[0].figures[0].text", equalTo("87,000"))
                .body(share + "label", equalTo("Share of social assistance since settlement"))
                .body(share + "printed[0].differenceText", equalTo("−0.2 percentage points"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    1  | a | GM0917     | 87000  | 0
                    1  | c | HN         | 56000  | -1000
                    2  | b | HN         | 3011   | 0
                    3  | b | HN         | 0.12   | 0
                    4  | a | HN         | 0.742  | 0.002
                    4  | b | HN         | 0.6304 | 0.0004
                    4  | c | HN         | 0.6895 | -0.0005
                    6  | e | BU09173202 | 0.29   | 0
                    6  | f | BU09173202 | 0.29   | 0.01
                    7  | b | GM0917     | 0.2701 | 0.0001
                    8  | a | GM0917     | 1251   | 0
                    8  | e | GM0917     | 0.3405 | 0.0005
                    12 | a | GM0917     | 59000  | 0
                    13 | b | HN         | 32000  | 0
                    14 | a | HN         | 0.63   | 0
                    14 | c | HN         | 15220  | -3480
                    14 | d | WK091734   | 0.45   | 0
                    15 | a | HN         | 0.25   | 0
                    16 | b | GM0917     | 1288   | 0
                    17 | a | GM0917     | 27     | 0
                    18 | a | GM0917     | 16     | 0
                    19 | u | GM0917     | 59     | 0
                    """)
    void eachPrintedFigureStandsBesideTheComputedOneOfItsOwnAreaAndDate(
            int row, String item, String area, double value, double difference) {
        String path = "printed.rows.find { it.row == " + row + " && it.item == '" + item + "' }.";
        for (String report : List.of(HEERLEN, NORTH)) {
            JsonPath said = get(report).jsonPath();

            assertThat(said.getString(path + "area")).isEqualTo(area);
            assertThat(said.<Number>get(path + "value").doubleValue()).isCloseTo(value, within(0.00005));
            assertThat(said.<Number>get(path + "difference").doubleValue()).isCloseTo(difference, within(0.00005));
        }
    }

    @Test
    void aReportThatWasReadBeforeShowsWhatHasComeSince() {
        String wijk = PrintedHeerlen.REPORT + "?area=WK091738&date=2024-06-15";
        String population = "sections[0].figures.find { it.id == 'population' }.value";
        publisher.cell("WK091738", Measure.POPULATION, "2020-01-01", 700).done();
        await().atMost(Patience.LIMIT).untilAsserted(() -> get(wijk).then().body(population, equalTo(700)));
        get(wijk).then().body(population, equalTo(700));

        publisher.cell("WK091738", Measure.POPULATION, "2021-01-01", 33).done();

        await().atMost(Patience.LIMIT).untilAsserted(() -> get(wijk).then().body(population, equalTo(733)));
    }

    @Test
    void whereThePrintedReportContradictsItselfTheReadingTakenIsTold() {
        get(NORTH)
                .then()
                .body(
                        "printed.contradictions.id",
                        contains("meezenbroek", "residents", "stayed", "persons-and-households", "better-off"))
                .body("printed.contradictions.reading", everyItem(containsString("Wij ")));
    }

    @Test
    void areasAroundStandBesideTheAreaAndWhatDoesNotAddUpHasNoFigureThere() {
        String compared = "sections.find { it.id == 'country' }.compared.";
        get(NORTH)
                .then()
                .body(compared + "areas", contains("HN", "GM0917", "RG-PARKSTAD", "PV31", "NL"))
                .body(compared + "rows.find { it.id == 'population' }.cells.value[0..1]", contains(56_000, 87_000))
                .body(compared + "rows.find { it.id == 'retention.10y' }.cells[2..4]", everyItem(nullValue()))
                .body(compared + "rows.find { it.id == 'retention.10y' }.cells[0..1]", everyItem(notNullValue()));
    }

    @Test
    void aWijkHasAReportWithItsPartOfTheMunicipality() {
        String part = "sections.find { it.id == 'area' }.figures.find { it.id == 'population.part-of-municipality' }.";
        get(PrintedHeerlen.REPORT + "?area=WK091734&date=2024-06-15")
                .then()
                .statusCode(200)
                .body("level", equalTo("wijk"))
                .body("municipality", equalTo("Heerlen"))
                .body("printed", nullValue())
                .body(part + "numerator", equalTo(4_000))
                .body(part + "denominator", equalTo(87_000))
                .body("sections.charts.flatten().id", not(hasItem("retention-by-wijk")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"?area=GM1705&date=2024-06-15", "?area=GM0917&date=2013-05-31"})
    void anAreaWithoutDataSaysSoAndHasNoFiguresOfResidents(String query) {
        get(PrintedHeerlen.REPORT + query)
                .then()
                .statusCode(200)
                .body("notes", hasSize(1))
                .body("notes[0]", containsString("geen gegevens"))
                .body("sections.figures.flatten()", empty())
                .body("sections.charts.flatten()", empty());
        given().header("Accept", "text/html")
                .get(PrintedHeerlen.REPORT + query)
                .then()
                .statusCode(200)
                .body(containsString("geen gegevens"));
    }

    @Test
    void aWindowThatBeginsBeforeTheDataIsToldToBeTooLow() {
        get(PrintedHeerlen.REPORT + "?area=GM0917&date=2020-01-01")
                .then()
                .body("notes", hasSize(1))
                .body("notes[0]", containsString("De gegevens beginnen op 1"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    ''                                   | 400 | required          | /area   | area
                    ?area=                               | 400 | required          | /area   | area
                    ?area=BU09172000                     | 400 | not-at-this-level | /area   | Nearest: WK091720.
                    ?area=RG-PARKSTAD                    | 400 | not-at-this-level | /area   | Nearest: GM0
                    ?area=NL                             | 400 | not-at-this-level | /area   | country
                    ?area=GM0917&date=2024-02-30         | 400 | not-a-date        | /date   | 2024-02-30
                    ?area=GM0917&format=docx             | 400 | not-one-of        | /format | html, json, pdf
                    ?area=GM0917&lang=fr                 | 400 | not-one-of        | /lang   | nl, en
                    """)
    void badInputIsAProblemThatNamesTheParameterAndTheRule(
            String query, int status, String code, String pointer, String says) {
        get(PrintedHeerlen.REPORT + query)
                .then()
                .statusCode(status)
                .contentType("application/problem+json")
                .body("errors[0].code", equalTo(code))
                .body("errors[0].pointer", equalTo(pointer))
                .body("detail", containsString(says));
    }

    @Test
    void anUnknownAreaIsNotFoundAndItsNearestAreNamed() {
        get(PrintedHeerlen.REPORT + "?area=GM0971X")
                .then()
                .statusCode(404)
                .contentType("application/problem+json")
                .body("detail", containsString("Nearest: GM0"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"application/json", "text/html", "application/pdf"})
    void whoHasTheReportIsToldThatItIsTheSame(String form) {
        String tag = given().header("Accept", form)
                .get(NORTH)
                .then()
                .statusCode(200)
                .contentType(form)
                .extract()
                .header("ETag");

        given().headers(Map.of("Accept", form, "If-None-Match", tag))
                .get(NORTH)
                .then()
                .statusCode(304);
    }

    @Test
    void aLinkSaysItsFormatWhereItCannotSayWhatItAccepts() {
        given().header("Accept", "text/html").get(NORTH + "&format=json").then().contentType("application/json");
        get(NORTH + "&format=html").then().contentType("text/html");
        get(NORTH + "&format=pdf")
                .then()
                .contentType("application/pdf")
                .header("Content-Disposition", containsString("startrapport-HN-2024-06-15.pdf"));
    }

    @ParameterizedTest
    @CsvSource({"nl, en, Startrapport Heerlen-Noord", "en, nl, Start report Heerlen-Noord"})
    void aLinkSaysItsLanguageWhateverTheReadersBrowserWouldHave(String lang, String browsers, String title) {
        given().header("Accept-Language", browsers)
                .get(NORTH + "&format=html&lang=" + lang)
                .then()
                .statusCode(200)
                .header("Content-Language", lang)
                .body(containsString(title))
                .body(containsString("format=pdf&amp;lang=" + lang));
    }

    @ParameterizedTest
    @CsvSource({
        "NL, onderdrukt, zo weinig mensen, geen, er is niets",
        "EN, withheld, so few people, none, there is nothing"
    })
    void aFigureWithoutValueSaysWhy(
            Language language, String suppressed, String suppressedWhy, String undefined, String undefinedWhy) {
        ReportTexts texts = MessageBundles.get(
                ReportTexts.class, Localized.Literal.of(language.locale().toLanguageTag()));
        FigureWriter figures = new FigureWriter(new Wording(language), texts);

        PublishedPoint withheld = PublishedPoint.suppressed();
        PublishedPoint ofNothing = Exactly.point(null, 0, 0);

        assertThat(figures.text(withheld, Unit.SHARE)).isEqualTo(suppressed);
        assertThat(figures.reason(withheld, Unit.SHARE)).startsWith(suppressedWhy);
        assertThat(figures.text(ofNothing, Unit.SHARE)).isEqualTo(undefined);
        assertThat(figures.reason(ofNothing, Unit.SHARE)).startsWith(undefinedWhy);
        assertThat(figures.reason(Exactly.point(0.5, 1, 2), Unit.SHARE)).isNull();
    }
}
