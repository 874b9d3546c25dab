package nl.buurtpuls.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import nl.buurtpuls.endtoend.SampleStack.Sample;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;

/**
 * Walks everything that can be read without a token, on a stack with the sample: every GET operation of the OpenAPI document,
 * of every kind of area and every indicator. No number of persons leaves that is not a multiple of five, and none that is
 * few. An operation that this does not know how to call fails it. What the protection costs is written to
 * {@code target/disclosure-utility.md}.
 */
@OnSample
@Order(96)
class CrawlIT {

    private static final int BASE = 5;
    private static final String DATE = "2024-01-01";

    /** Levels, and areas of each that are walked. */
    private static final Map<String, List<String>> AREAS = Map.of(
            "country", List.of("NL"),
            "region", List.of("RG-PARKSTAD"),
            "municipality", List.of("GM0917"),
            "group", List.of("HN"));

    /** It tells of what changes from now on, and does not end: what it sends are snapshots, which are walked. */
    private static final Set<String> ENDLESS = Set.of("/v1/stream");

    /** Numbers that are none of persons. */
    private static final Set<String> HARMLESS = Set.of(
            "rank",
            "sesWoa",
            "status",
            "low",
            "high",
            "corrected",
            "printedValue",
            "difference",
            "row",
            "base",
            "smallestDenominator",
            "largestSmallCount",
            "fewestBuurten",
            "coordinates",
            "landArea",
            "version",
            "ruleVersion",
            "threshold",
            "above",
            "below",
            "clearAt",
            "minimumPopulation");

    private final Sample sample;
    private final HttpClient http = HttpClient.newHttpClient();
    private final Map<String, String> units = new HashMap<>();
    private final List<String> leaks = new ArrayList<>();
    private int numbers;

    CrawlIT(Sample sample) {
        this.sample = sample;
    }

    @Test
    void noNumberOfPersonsLeavesThatIsNotRounded() throws Exception {
        get("/v1/indicators")
                .forEach(each ->
                        units.put(each.get("id").asText(), each.get("unit").asText()));
        List<String> buurten = codes("buurt");
        List<String> wijken = codes("wijk");

        for (Map.Entry<String, JsonNode> path :
                get("/v1/openapi.json").get("paths").properties()) {
            if (path.getValue().has("get") && !ENDLESS.contains(path.getKey())) {
                for (String call : calls(path.getKey(), buurten, wijken)) {
                    look(call);
                }
            }
        }

        assertThat(leaks).isEmpty();
        assertThat(numbers).isGreaterThan(10_000);
        measureUtility(buurten, wijken);
    }

    private List<String> codes(String level) throws IOException, InterruptedException {
        List<String> codes = new ArrayList<>();
        get("/v1/areas?level=" + level + "&within=GM0917")
                .forEach(area -> codes.add(area.get("code").asText()));
        return codes;
    }

    /** How an operation is called; of one that is not known, nobody has thought. */
    private List<String> calls(String path, List<String> buurten, List<String> wijken) {
        List<String> areas = new ArrayList<>(buurten.subList(0, 10));
        areas.addAll(wijken);
        AREAS.values().forEach(areas::addAll);
        List<String> withinMunicipality = areas.stream()
                .filter(area -> !area.equals("NL") && !area.startsWith("RG"))
                .toList();
        List<String> calls = new ArrayList<>();
        switch (path) {
            case "/v1/areas", "/v1/indicators", "/v1/disclosure", "/v1/context-figures" -> calls.add(path);
            case "/v1/areas/{code}" -> areas.forEach(area -> calls.add("/v1/areas/" + area));
            case "/v1/areas/{code}/snapshot" ->
                areas.forEach(area -> List.of("", "?date=" + DATE, "?date=2023-10-17")
                        .forEach(date -> calls.add("/v1/areas/" + area + "/snapshot" + date)));
            case "/v1/areas/{code}/indicators/{id}/series" ->
                units.keySet()
                        .forEach(id -> calls.add("/v1/areas/" + wijken.get(0) + "/indicators/" + id
                                + "/series?from=2023-01-01&to=" + DATE + "&step=day"));
            case "/v1/indicators/{id}/ranking" ->
                units.keySet()
                        .forEach(id -> List.of("buurt", "wijk")
                                .forEach(level -> calls.add("/v1/indicators/" + id + "/ranking?within=GM0917&level="
                                        + level + "&date=" + DATE)));
            case "/v1/map" ->
                units.keySet()
                        .forEach(
                                id -> calls.add("/v1/map?level=buurt&within=GM0917&indicator=" + id + "&date=" + DATE));
            case "/v1/areas/{code}/retention" ->
                withinMunicipality.forEach(
                        area -> calls.add("/v1/areas/" + area + "/retention?from=2014-01-01&to=" + DATE));
            case "/v1/areas/{code}/origins" ->
                withinMunicipality.forEach(area -> List.of("arrivals", "adult-arrivals", "social-assistance")
                        .forEach(of ->
                                calls.add("/v1/areas/" + area + "/origins?from=2014-01-01&to=" + DATE + "&of=" + of)));
            case "/v1/areas/{code}/segregation" ->
                List.of("GM0917", "HN").forEach(area -> calls.add("/v1/areas/" + area + "/segregation?date=" + DATE));
            case "/v1/areas/{code}/segregation/change" ->
                calls.add("/v1/areas/GM0917/segregation/change?from=2019-01-01&to=" + DATE);
            case "/v1/reports/startrapport" ->
                List.of("GM0917", "HN", wijken.get(0))
                        .forEach(area -> calls.add(path + "?area=" + area + "&date=" + DATE));
            // What takes a right is not read without a token.
            default -> calls.add(path.replaceAll("\\{\\w+}", "nothing"));
        }
        return calls;
    }

    private void look(String call) throws IOException, InterruptedException {
        HttpResponse<String> answer = ask(call, null);
        boolean refused = answer.statusCode() == 401 || answer.statusCode() == 403;
        // An indicator that the level lacks is named as an error, and tells nothing.
        boolean lacking = answer.statusCode() == 400 && answer.body().contains("not-at-this-level")
                || answer.statusCode() == 400 && answer.body().contains("unknown-window");
        // What the sample has none of, as alerts.
        boolean none = answer.statusCode() == 404 && call.contains("/nothing");
        if (refused || lacking || none) {
            return;
        }
        assertThat(answer.statusCode()).as("%s: %s", call, answer.body()).isEqualTo(200);
        look(Running.JSON.readTree(answer.body()), "", call, unitOf(call));
    }

    private @Nullable String unitOf(String call) {
        for (Map.Entry<String, String> each :
                new TreeMap<>(units).descendingMap().entrySet()) {
            if (call.contains("/" + each.getKey() + "/") || call.contains("indicator=" + each.getKey() + "&")) {
                return each.getValue();
            }
        }
        return null;
    }

    /** Looks at all numbers, each with its name and the unit of the figure that it stands in. */
    private void look(JsonNode node, String name, String call, @Nullable String unit) {
        if (node.isObject()) {
            String own =
                    node.has("unit") ? node.get("unit").asText() : node.has("ruleVersion") ? unitOfAlert(node) : unit;
            boolean ratio = node.path("denominator").isNumber();
            if (ratio && !isRatio(node)) {
                leaks.add(call + ": no ratio of what is published: " + node);
            }
            node.properties().forEach(entry -> {
                if (ratio && entry.getKey().equals("value")) {
                    numbers++;
                    return;
                }
                String its = units.get(entry.getKey().replaceAll("\\.\\d+[a-z]+$", ""));
                if (!HARMLESS.contains(entry.getKey()) && !isOfOthers(node)) {
                    look(entry.getValue(), entry.getKey(), call, its == null ? own : its);
                }
            });
        } else if (node.isArray()) {
            node.forEach(each -> look(each, name, call, unit));
        } else if (node.isNumber()) {
            numbers++;
            // An index, or a share that stands without what it is of; both are of rounded counts, as unit tests hold.
            boolean measured = "number".equals(unit) || call.contains("/segregation") || name.equals("share");
            if (!measured && node.asDouble() % BASE != 0) {
                leaks.add(call + ": " + name + " is " + node);
            }
        }
    }

    /** The unit of the figure that an alert tells; a share stands without what it is of. */
    private @Nullable String unitOfAlert(JsonNode alert) {
        String indicator = alert.path("indicator").asText();
        String its = units.getOrDefault(indicator, units.get(indicator.replaceAll("\\.\\d+[a-z]+$", "")));
        return "share".equals(its) || "moves per resident".equals(its) ? "number" : its;
    }

    /** Whether a value is made of the rounded counts that stand beside it, and of nothing nearer to the truth. */
    private static boolean isRatio(JsonNode figure) {
        double numerator = figure.get("numerator").asDouble();
        double value = figure.get("value").asDouble();
        return Math.abs(value * figure.get("denominator").asDouble() - numerator)
                <= 1e-6 * Math.max(1, Math.abs(numerator));
    }

    /** Figures that others have published: with their source, or beside those of the printed report. */
    private static boolean isOfOthers(JsonNode node) {
        return node.has("source") && node.has("period")
                || node.path("figure").asText().startsWith("context:");
    }

    private void measureUtility(List<String> buurten, List<String> wijken) throws IOException, InterruptedException {
        Map<String, List<String>> levels = new TreeMap<>(AREAS);
        levels.put("buurt", buurten);
        levels.put("wijk", wijken);
        Utility utility = new Utility();
        String token = sample.exactReader();
        Set<String> small = new LinkedHashSet<>();
        for (Map.Entry<String, List<String>> level : levels.entrySet()) {
            for (String area : level.getValue()) {
                String call = "/v1/areas/" + area + "/snapshot?date=" + DATE;
                JsonNode published = get(call);
                JsonNode exact = Running.JSON.readTree(ask(call, token).body());
                utility.add(level.getKey(), published, exact, units);
                exact.get("indicators").properties().forEach(entry -> {
                    double count = entry.getValue().get("numerator").asDouble();
                    // What came less what left is small where many came and left.
                    boolean few = count > 0
                            && count < BASE
                            && count == Math.rint(count)
                            && !entry.getKey().startsWith("net-migration.");
                    if (few
                            && !published
                                    .at("/indicators/" + entry.getKey() + "/suppressed")
                                    .asBoolean()) {
                        small.add(area + " " + entry.getKey());
                    }
                });
            }
        }
        assertThat(small).as("few persons that are shown").isEmpty();
        Files.write(Path.of("target", "disclosure-utility.md"), utility.lines());
    }

    private JsonNode get(String call) throws IOException, InterruptedException {
        HttpResponse<String> answer = ask(call, null);
        assertThat(answer.statusCode()).as("%s: %s", call, answer.body()).isEqualTo(200);
        return Running.JSON.readTree(answer.body());
    }

    private HttpResponse<String> ask(String call, @Nullable String token) throws IOException, InterruptedException {
        HttpRequest.Builder request =
                HttpRequest.newBuilder(sample.report(call)).header("Accept", "application/json");
        if (token != null) {
            request.header("Authorization", token);
        }
        return http.send(request.build(), HttpResponse.BodyHandlers.ofString());
    }
}
