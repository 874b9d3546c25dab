package nl.buurtpuls.ingest.erasure;

import com.fasterxml.jackson.databind.JsonNode;
import io.smallrye.mutiny.Uni;
import io.vertx.core.http.HttpServerRequest;
import jakarta.inject.Singleton;
import java.util.Map;
import nl.buurtpuls.ingest.access.Sender;
import nl.buurtpuls.ingest.body.Bodies;
import nl.buurtpuls.ingest.event.Errors;
import nl.buurtpuls.ingest.event.EventMetrics;
import nl.buurtpuls.ingest.event.Fields;
import nl.buurtpuls.ingest.event.Json;
import nl.buurtpuls.ingest.event.Rule;
import nl.buurtpuls.ingest.person.Pseudonyms;
import nl.buurtpuls.ingest.problem.ProblemException;

/** Reads a body that names a person and a register, by the rules that events keep. */
@Singleton
final class PersonReader {

    private static final int LONGEST = 64 * 1024;

    private final Bodies bodies;
    private final Pseudonyms pseudonyms;
    private final EventMetrics metrics;

    PersonReader(Bodies bodies, Pseudonyms pseudonyms, EventMetrics metrics) {
        this.bodies = bodies;
        this.pseudonyms = pseudonyms;
        this.metrics = metrics;
    }

    /**
     * Who is named.
     *
     * @param person pseudonym
     * @param municipality CBS code
     */
    record Named(String person, String municipality) {}

    /**
     * Reads {@code {"person":…, "municipality":…}}; other fields are dropped.
     *
     * @param sender who must speak for the municipality
     * @return who is named; fails with a {@link ProblemException} that names everything that is wrong with the body
     */
    Uni<Named> read(HttpServerRequest call, Sender sender) {
        return bodies.read(call, body -> {
            if (body.length() > LONGEST) {
                throw ProblemException.tooLarge("The body has at most " + LONGEST + " bytes.");
            }
            return named(Json.parse(body.bytes(), 0, body.length(), null), sender);
        });
    }

    private Named named(JsonNode node, Sender sender) {
        Errors errors = new Errors(null);
        if (!node.isObject()) {
            errors.add("", Rule.NOT_AN_OBJECT, "Expected a JSON object, got " + Fields.kind(node) + ".");
            throw ProblemException.invalid(errors.found());
        }
        Fields fields = new Fields(node, "", errors);
        String person = fields.person(pseudonyms);
        String municipality = fields.municipality("municipality");
        if (person == null || municipality == null) {
            throw ProblemException.invalid(errors.found());
        }
        if (!sender.speaksFor(municipality)) {
            sender.logAttempts(Map.of(municipality, 1));
            errors.add(
                    "/municipality", Rule.FORBIDDEN_MUNICIPALITY, "The token does not speak for " + municipality + ".");
            metrics.refused(errors.found());
            throw ProblemException.forbidden(errors.found());
        }
        return new Named(person, municipality);
    }
}
