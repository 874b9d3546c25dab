package nl.buurtpuls.report.startrapport;

import static nl.buurtpuls.report.testing.ExactReader.get;
import static nl.buurtpuls.report.testing.ExactReader.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.restassured.path.json.JsonPath;
import jakarta.inject.Inject;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Objects;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import nl.buurtpuls.report.testing.Publisher;
import nl.buurtpuls.report.testing.ServiceTest;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.interactive.action.PDActionURI;
import org.apache.pdfbox.pdmodel.interactive.annotation.PDAnnotation;
import org.apache.pdfbox.pdmodel.interactive.annotation.PDAnnotationLink;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.verapdf.gf.foundry.VeraGreenfieldFoundryProvider;
import org.verapdf.pdfa.Foundries;
import org.verapdf.pdfa.PDFAParser;
import org.verapdf.pdfa.PDFAValidator;
import org.verapdf.pdfa.flavours.PDFAFlavour;
import org.verapdf.pdfa.results.ValidationResult;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;

/** The page and the PDF are the report that the JSON is. */
@ServiceTest
class StartReportFormsTest {

    @Inject
    Publisher publisher;

    @BeforeEach
    void publish() {
        PrintedHeerlen.isPublished(publisher);
    }

    private static String report(String area) {
        return PrintedHeerlen.REPORT + "?area=" + area + "&date=2024-06-15";
    }

    private static Document page(String area, String language)
            throws ParserConfigurationException, IOException, SAXException {
        String page = given().headers("Accept", "text/html", "Accept-Language", language)
                .get(report(area))
                .then()
                .statusCode(200)
                .extract()
                .asString();
        return DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(new InputSource(new StringReader(page)));
    }

    private static Stream<Element> all(Document page, String tag) {
        NodeList found = page.getElementsByTagName(tag);
        return IntStream.range(0, found.getLength()).mapToObj(i -> (Element) found.item(i));
    }

    @ParameterizedTest
    @CsvSource({"GM0917, nl", "HN, en", "WK091734, nl", "GM1705, en"})
    void aPageIsWellFormedAndReadableToAll(String area, String language) throws Exception {
        Document page = page(area, language);

        assertThat(page.getDocumentElement().getAttribute("lang")).isEqualTo(language);
        assertThat(all(page, "body").findFirst().orElseThrow().getTextContent())
                .doesNotContain("NaN", "null", "Infinity", "{", "NOT_FOUND");
        assertThat(headings(page)).first().isEqualTo(1);
        assertThat(steps(headings(page))).allSatisfy(step -> assertThat(step).isLessThanOrEqualTo(1));
        assertThat(all(page, "th"))
                .allSatisfy(head -> assertThat(head.getAttribute("scope")).isIn("row", "col"));
        assertThat(all(page, "svg"))
                .allSatisfy(
                        drawing -> assertThat(drawing.getAttribute("aria-hidden") + drawing.getAttribute("aria-label"))
                                .isNotEmpty());
        assertThat(all(page, "a"))
                .allSatisfy(link -> assertThat(link.getTextContent()).isNotBlank());
        List<String> ids = Stream.of("h2", "h3", "h4", "tr", "main")
                .flatMap(tag -> all(page, tag))
                .map(element -> element.getAttribute("id"))
                .filter(id -> !id.isEmpty())
                .toList();
        assertThat(ids).doesNotHaveDuplicates();
        assertThat(all(page, "a").map(link -> link.getAttribute("href")).filter(href -> href.startsWith("#")))
                .allSatisfy(href -> assertThat(ids).contains(href.substring(1)));
    }

    private static List<Integer> headings(Document page) {
        return all(page, "*")
                .map(Element::getTagName)
                .filter(tag -> tag.matches("h[1-6]"))
                .map(tag -> tag.charAt(1) - '0')
                .toList();
    }

    private static List<Integer> steps(List<Integer> levels) {
        return IntStream.range(1, levels.size())
                .mapToObj(i -> levels.get(i) - levels.get(i - 1))
                .toList();
    }

    @ParameterizedTest
    @CsvSource({"GM0917", "WK091734"})
    void everyLinkOfAPageIsAnswered(String area) throws Exception {
        TreeSet<String> links = new TreeSet<>();
        all(page(area, "nl"), "a")
                .map(link -> link.getAttribute("href"))
                .filter(href -> !href.startsWith("#"))
                .forEach(links::add);

        assertThat(links).hasSizeGreaterThan(50);
        assertThat(links)
                .allSatisfy(link -> assertThat(get(link).statusCode()).as(link).isEqualTo(200));
    }

    @Test
    void theFigureOfALinkIsThatOfTheReport() {
        JsonPath report = get(report("HN")).jsonPath();
        List<String> ids = report.getList("sections.figures.flatten().id");
        List<String> links = report.getList("sections.figures.flatten().href");
        List<Number> values = report.getList("sections.figures.flatten().value");

        int compared = 0;
        for (int i = 0; i < links.size(); i++) {
            if (links.get(i).contains("/indicators/" + ids.get(i) + "/")) {
                Number linked = get(links.get(i)).jsonPath().get("points[0].value");
                assertThat(Objects.toString(linked)).as(links.get(i)).isEqualTo(Objects.toString(values.get(i)));
                compared++;
            }
        }
        assertThat(compared).isGreaterThan(40);
    }

    @ParameterizedTest
    @CsvSource({"GM0917, nl, Startrapport Heerlen", "HN, en, Start report Heerlen-Noord"})
    void aPdfIsTaggedAndSaysTheSame(String area, String language, String title) throws Exception {
        byte[] bytes = pdf(area, language);
        JsonPath report =
                given().header("Accept-Language", language).get(report(area)).jsonPath();
        try (PDDocument pdf = Loader.loadPDF(bytes)) {
            assertThat(pdf.getDocumentCatalog().getMarkInfo().isMarked()).isTrue();
            assertThat(pdf.getDocumentCatalog().getStructureTreeRoot().getKids())
                    .isNotEmpty();
            assertThat(pdf.getDocumentCatalog().getLanguage()).isEqualTo(language);
            assertThat(pdf.getDocumentInformation().getTitle()).startsWith(title);
            assertThat(new String(pdf.getDocumentCatalog().getMetadata().toByteArray(), StandardCharsets.UTF_8))
                    .contains("pdfuaid");

            assertThat(links(pdf)).hasSizeGreaterThan(100).allMatch(link -> link.startsWith("http://"));

            String text = squeezed(new PDFTextStripper().getText(pdf));
            List<String> told = new ArrayList<>();
            told.addAll(report.getList("sections.figures.flatten().text"));
            told.addAll(report.getList("sections.charts.flatten().rows.flatten().cells.flatten().text"));
            told.addAll(report.getList("printed.rows.text"));
            assertThat(told)
                    .hasSizeGreaterThan(100)
                    .allSatisfy(each -> assertThat(text).contains(squeezed(each)));
        }
    }

    private static List<String> links(PDDocument pdf) throws IOException {
        List<String> links = new ArrayList<>();
        for (PDPage page : pdf.getPages()) {
            for (PDAnnotation annotation : page.getAnnotations()) {
                if (annotation instanceof PDAnnotationLink link && link.getAction() instanceof PDActionURI action) {
                    links.add(action.getURI());
                }
            }
        }
        return links;
    }

    /** By veraPDF, the validator of the PDF Association's own corpus. */
    @ParameterizedTest
    @CsvSource({"GM0917, nl", "HN, en", "WK091734, nl"})
    void aPdfBreaksNoRuleOfPdfUa(String area, String language) throws Exception {
        VeraGreenfieldFoundryProvider.initialise();
        try (PDFAParser parser = Foundries.defaultInstance()
                        .createParser(new ByteArrayInputStream(pdf(area, language)), PDFAFlavour.PDFUA_1);
                PDFAValidator validator = Foundries.defaultInstance().createValidator(PDFAFlavour.PDFUA_1, false)) {
            ValidationResult result = validator.validate(parser);

            assertThat(result.getTotalAssertions()).isGreaterThan(10_000);
            assertThat(result.getTestAssertions()).isEmpty();
        }
    }

    @Test
    void thePdfOfOneReportIsTheSameToTheLastByte() {
        assertThat(pdf("WK091734", "nl")).isEqualTo(pdf("WK091734", "nl"));
    }

    private static byte[] pdf(String area, String language) {
        return given().headers("Accept", "application/pdf", "Accept-Language", language)
                .get(report(area))
                .then()
                .statusCode(200)
                .extract()
                .asByteArray();
    }

    /** Without spaces: a PDF breaks lines where a page does not. */
    private static String squeezed(String text) {
        return text.replaceAll("[\\s\\u00A0]", "");
    }

    @Test
    void theStylesheetOfThePageIsTheOneThatItsPolicyAllowsAndItsFontsAreServed() throws Exception {
        List<String> policies = given().header("Accept", "text/html")
                .get(report("HN"))
                .headers()
                .getValues("Content-Security-Policy");
        // A second one would hold too, and forbid the style.
        assertThat(policies).hasSize(1);
        String policy = policies.get(0);
        String style = all(page("HN", "nl"), "style").findFirst().orElseThrow().getTextContent();
        byte[] digest = MessageDigest.getInstance("SHA-256").digest(style.getBytes(StandardCharsets.UTF_8));

        assertThat(policy)
                .contains("default-src 'none'")
                .contains("'sha256-" + Base64.getEncoder().encodeToString(digest) + "'");
        assertThat(Pattern.compile("/fonts/[a-z0-9-]+\\.woff2")
                        .matcher(style)
                        .results()
                        .map(MatchResult::group))
                .hasSize(2)
                .allSatisfy(font -> assertThat(get(font).statusCode()).isEqualTo(200));
    }
}
