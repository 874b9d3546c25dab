import java.io.IOException;
import java.io.StringReader;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javax.xml.parsers.DocumentBuilderFactory;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.w3c.dom.NodeList;
import org.xml.sax.InputSource;

/**
 * Fills the table of {@code docs/startrapport.md} with the exact figures of a running stack: {@code
 * BUURTPULS_TOKEN=$(deploy/local/token exact-reader) java deploy/startrapport/FillTable.java http://localhost:8083}. It
 * needs a JDK and nothing else, as the page of the report is
 * well-formed.
 */
public final class FillTable {

    private static final Path FILE = Path.of("docs", "startrapport.md");
    private static final String BEGIN = "<!-- table of the sample -->";
    private static final String END = "<!-- end of table -->";

    private FillTable() {}

    public static void main(String... arguments) throws Exception {
        if (arguments.length != 1) {
            System.err.println("usage, from the root of the project, with a token of an exact-reader in BUURTPULS_TOKEN: java deploy/startrapport/FillTable.java http://HOST:PORT");
            System.exit(2);
        }
        String text = Files.readString(FILE);
        int begin = text.indexOf(BEGIN);
        int end = text.indexOf(END);
        if (begin < 0 || end < begin) {
            throw new IOException(FILE + " lacks the lines " + BEGIN + " and " + END);
        }
        String table = markdown(page(arguments[0] + "/v1/reports/startrapport?area=HN&date=2024-01-01&format=html"));
        Files.writeString(FILE, text.substring(0, begin + BEGIN.length()) + "\n" + table + text.substring(end));
    }

    private static Document page(String uri) throws Exception {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(uri)).header("Accept-Language", "en");
        String token = System.getenv("BUURTPULS_TOKEN");
        if (token != null) {
            request.header("Authorization", "Bearer " + token);
        }
        HttpResponse<String> answer = HttpClient.newHttpClient().send(request.build(), BodyHandlers.ofString());
        if (answer.statusCode() != 200) {
            throw new IOException(uri + " answered " + answer.statusCode() + ": " + answer.body());
        }
        InputSource page = new InputSource(new StringReader(answer.body()));
        return DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(page);
    }

    private static String markdown(Document page) {
        StringBuilder table = new StringBuilder();
        for (Element each : all(page.getDocumentElement(), "table")) {
            if (each.getAttribute("class").equals("printed")) {
                for (Element row : all(each, "tr")) {
                    table.append(line(row));
                    if (all(row, "td").isEmpty()) {
                        table.append("| --- ".repeat(all(row, "th").size())).append("|\n");
                    }
                }
            }
        }
        return table.toString();
    }

    private static String line(Element row) {
        StringBuilder line = new StringBuilder();
        for (Node cell = row.getFirstChild(); cell != null; cell = cell.getNextSibling()) {
            if (cell instanceof Element) {
                line.append("| ").append(label(cell).strip().replaceAll("\\s+", " ")).append(' ');
            }
        }
        return line.append("|\n").toString();
    }

    /** The text of a cell, without the definition below it. */
    private static String label(Node cell) {
        StringBuilder text = new StringBuilder();
        for (Node part = cell.getFirstChild(); part != null; part = part.getNextSibling()) {
            if (!(part instanceof Element element && element.getAttribute("class").equals("definition"))) {
                text.append(part.getTextContent());
            }
        }
        return text.toString().replace('\u00A0', ' ');
    }

    private static List<Element> all(Element within, String tag) {
        NodeList found = within.getElementsByTagName(tag);
        List<Element> elements = new ArrayList<>();
        for (int i = 0; i < found.getLength(); i++) {
            elements.add((Element) found.item(i));
        }
        return elements;
    }
}
