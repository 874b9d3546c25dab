package nl.buurtpuls.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import nl.buurtpuls.endtoend.SampleStack.Sample;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;

/**
 * The sample through the front door, as {@code deploy/local/run} loads it: the figures of the printed start report come out
 * of its events, those that are counts to the last person.
 */
@OnSample
@Order(95)
class StartReportIT {

    /** Where the printed report says two things, or another thing than is counted; and what is right then. */
    private static final Map<String, String> READ_OTHERWISE = Map.of(
            "1c", "57,000 inhabitants: the same report has 56,000, which is taken",
            "6f", "28% in Meezenbroek: its text has 29%, which is taken",
            "9a", "38% needs the SES-WOA scores of all municipalities, of which few are shipped",
            "14c", "18,700 who moved: no part of one population beside 63% who stayed");

    /** Printed to the nearest thousand. */
    private static final Set<String> ABOUT = Set.of("1a", "1b");

    private static final double HALF_A_PERCENT = 0.005;
    private static final double HALF_A_POINT = 0.005;

    private final Sample sample;

    StartReportIT(Sample sample) {
        this.sample = sample;
    }

    @Test
    void printedFiguresComeOutOfTheEventsOfTheSample() throws Exception {
        JsonNode rows = report().at("/printed/rows");

        SoftAssertions asPrinted = new SoftAssertions();
        Set<String> rowsWithFigures = new TreeSet<>();
        for (JsonNode row : rows) {
            String which = row.get("row").asText() + row.get("item").asText();
            boolean given = row.get("printedValue").isNumber();
            if (given && !READ_OTHERWISE.containsKey(which)) {
                rowsWithFigures.add(row.get("row").asText());
                double printed = row.get("printedValue").asDouble();
                asPrinted
                        .assertThat(row.get("value").asDouble(Double.NaN))
                        .as(
                                "%s, %s of %s",
                                which,
                                row.get("figure").asText(),
                                row.get("area").asText())
                        .isBetween(printed - tolerance(row, which), printed + tolerance(row, which));
            }
        }
        asPrinted.assertAll();
        assertForm("html", "text/html", "<!DOCTYPE html>");
        assertForm("pdf", "application/pdf", "%PDF-");
        assertThat(rowsWithFigures)
                .contains("1", "2", "3", "4", "5", "6", "7", "8", "10", "11", "12", "13", "14", "15", "16");
    }

    /** Such a file begins with what it is. */
    private void assertForm(String form, String type, String beginning) throws IOException, InterruptedException {
        HttpResponse<String> answer =
                ask("&format=" + form, HttpResponse.BodyHandlers.ofString(StandardCharsets.ISO_8859_1));
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        assertThat(answer.headers().firstValue("Content-Type").orElseThrow()).startsWith(type);
        assertThat(answer.body()).startsWith(beginning);
    }

    private static double tolerance(JsonNode row, String which) {
        if (ABOUT.contains(which)) {
            return HALF_A_PERCENT * row.get("printedValue").asDouble();
        }
        if (!row.get("unit").asText().equals("share")) {
            return 0;
        }
        // "Just over 50%" is a little more than it.
        return which.equals("7a") ? 3 * HALF_A_POINT : HALF_A_POINT + 1e-9;
    }

    private JsonNode report() throws IOException, InterruptedException {
        HttpResponse<String> answer = ask("", HttpResponse.BodyHandlers.ofString());
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return Running.JSON.readTree(answer.body());
    }

    private <T> HttpResponse<T> ask(String more, HttpResponse.BodyHandler<T> handler)
            throws IOException, InterruptedException {
        return HttpClient.newHttpClient()
                .send(
                        HttpRequest.newBuilder(sample.report("/v1/reports/startrapport?area=HN&date=2024-01-01" + more))
                                .header("Authorization", sample.exactReader())
                                .build(),
                        handler);
    }
}
