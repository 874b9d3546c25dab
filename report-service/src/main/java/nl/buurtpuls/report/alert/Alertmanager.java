package nl.buurtpuls.report.alert;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;

/**
 * The Prometheus Alertmanager (API v2). It takes an alert for over once its {@code endsAt} is past, and keeps nothing when it
 * is started anew: so what fires is told again and again, each time to last for some turns more.
 */
@ApplicationScoped
class Alertmanager {

    private static final String PATH = "/api/v2/alerts";
    private static final int TURNS = 5;

    private final HttpPost http;
    private final AlertConfig config;
    private final ObjectMapper json;
    private final Clock clock;

    Alertmanager(HttpPost http, AlertConfig config, ObjectMapper json, Clock clock) {
        this.http = http;
        this.config = config;
        this.json = json;
        this.clock = clock;
    }

    /** Whether there is one. */
    boolean isThere() {
        return config.alertmanagerUrl().isPresent();
    }

    /** How long it takes an alert to fire that it is told of once. */
    Duration lasts() {
        return config.alertmanagerEvery().multipliedBy(TURNS);
    }

    /** Tells it how some alerts are, each as an {@link AlertView}. */
    Uni<Void> tell(List<JsonNode> alerts) {
        URI base = config.alertmanagerUrl()
                .orElseThrow(() -> new IllegalStateException("there is no Alertmanager any more"));
        ArrayNode body = json.createArrayNode();
        alerts.forEach(alert -> body.add(told(alert)));
        // It is the operator's own, so it may be inside.
        return http.send(
                URI.create(base.toString().replaceAll("/+$", "") + PATH),
                "application/json",
                Map.of(),
                body.toString(),
                true);
    }

    private ObjectNode told(JsonNode alert) {
        Instant began = LocalDate.parse(alert.path("firedOn").asText())
                .atStartOfDay(clock.getZone())
                .toInstant();
        boolean over = alert.path("state").asText().equals("resolved");
        Instant ends = over
                ? Instant.parse(alert.path("changedAt").asText())
                : clock.instant().plus(lasts());
        ObjectNode told = json.createObjectNode();
        ObjectNode labels = told.putObject("labels");
        labels.put("alertname", alert.path("rule").asText());
        for (String name : List.of("area", "level", "indicator", "severity")) {
            labels.put(name, alert.path(name).asText());
        }
        labels.put("area_name", alert.path("name").asText());
        labels.put("alert", alert.path("id").asText());
        told.putObject("annotations")
                .put("summary", alert.path("explanation").path("nl").asText())
                .put("description", alert.path("explanation").path("en").asText());
        told.put("startsAt", began.toString());
        told.put("endsAt", (ends.isBefore(began) ? began : ends).toString());
        return told;
    }
}
