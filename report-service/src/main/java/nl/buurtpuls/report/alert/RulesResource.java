package nl.buurtpuls.report.alert;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.security.identity.SecurityIdentity;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.List;
import nl.buurtpuls.contract.access.Challenge;
import nl.buurtpuls.contract.access.Roles;
import nl.buurtpuls.contract.problem.FieldError;
import nl.buurtpuls.report.access.Reader;
import nl.buurtpuls.report.alert.RuleStore.Kept;
import nl.buurtpuls.report.alert.RuleStore.Outcome;
import nl.buurtpuls.report.area.Areas;
import nl.buurtpuls.report.disclosure.Gate;
import nl.buurtpuls.report.problem.BodyFault;
import nl.buurtpuls.report.problem.Page;
import nl.buurtpuls.report.problem.ProblemException;
import nl.buurtpuls.report.table.Csv;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestQuery;

/** The rules of alerts. */
@Path("/v1/alert-rules")
@RolesAllowed({Roles.REPORT_READER, Roles.ALERT_ADMIN})
@Tag(name = "alerts", description = "When a figure crosses a line, and who is told")
public class RulesResource {

    /** The last word of a path of ours, which cannot name a rule. */
    private static final String PREVIEW = "preview";

    private final RuleStore store;
    private final Preview preview;
    private final Areas areas;
    private final Gate gate;
    private final WebhookPolicy webhooks;
    private final ObjectMapper json;
    private final Reader reader;
    private final SecurityIdentity identity;

    RulesResource(
            RuleStore store,
            Preview preview,
            Areas areas,
            Gate gate,
            AlertConfig config,
            ObjectMapper json,
            Reader reader,
            SecurityIdentity identity) {
        this.store = store;
        this.preview = preview;
        this.areas = areas;
        this.gate = gate;
        this.webhooks = new WebhookPolicy(
                config.webhookSecret().filter(secret -> !secret.isBlank()).isPresent(), config.privateWebhooks());
        this.json = json;
        this.reader = reader;
        this.identity = identity;
    }

    @GET
    @Produces({MediaType.APPLICATION_JSON, Csv.MEDIA_TYPE})
    @Operation(
            operationId = "listAlertRules",
            summary = "The rules there are, in order of name",
            description = "Where a rule's webhook is and who changed it last, those read who keep rules.")
    public Uni<RuleList> list(
            @RestQuery @DefaultValue("1") String page, @RestQuery @DefaultValue("100") String pageSize) {
        Page wanted = Page.parse(page, pageSize);
        boolean keeps = keepsRules();
        return store.current().map(all -> list(wanted.of(all), keeps));
    }

    @GET
    @Path("/{id}")
    @Produces(MediaType.APPLICATION_JSON)
    @Operation(operationId = "readAlertRule", summary = "A rule")
    public Uni<RuleView> read(@PathParam("id") String id) {
        boolean keeps = keepsRules();
        return store.find(id).map(found -> view(found.orElseThrow(() -> unknown(id)), keeps));
    }

    @GET
    @Path("/{id}/versions")
    @Produces({MediaType.APPLICATION_JSON, Csv.MEDIA_TYPE})
    @Operation(
            operationId = "listAlertRuleVersions",
            summary = "Every version of a rule, the newest first; also of one that was removed")
    public Uni<RuleList> versions(
            @PathParam("id") String id,
            @RestQuery @DefaultValue("1") String page,
            @RestQuery @DefaultValue("100") String pageSize) {
        Page wanted = Page.parse(page, pageSize);
        boolean keeps = keepsRules();
        return store.versions(id).map(all -> {
            if (all.isEmpty()) {
                throw unknown(id);
            }
            return list(wanted.of(all), keeps);
        });
    }

    @POST
    @RolesAllowed(Roles.ALERT_ADMIN)
    @Consumes(MediaType.APPLICATION_JSON)
    @Produces(MediaType.APPLICATION_JSON)
    @Operation(operationId = "makeAlertRule", summary = "Makes a rule, in force at once")
    @RequestBody(content = @Content(schema = @Schema(implementation = RuleView.class)))
    @APIResponse(
            responseCode = "201",
            description = "The rule is in force",
            content = @Content(schema = @Schema(implementation = RuleView.class)))
    @APIResponse(responseCode = "409", description = "There is a rule of that name")
    public Uni<Response> make(String body) {
        AlertRule rule = rule(object(body));
        if (rule.id().equals(PREVIEW)) {
            throw ProblemException.invalid("id", "rule-id", "No rule can be called " + PREVIEW + ".");
        }
        String by = reader.name();
        return allowed(rule).chain(() -> store.make(rule, by)).chain(outcome -> {
            if (outcome == Outcome.THERE_ALREADY) {
                throw ProblemException.conflict("There is a rule " + rule.id() + " already: put it to change it.");
            }
            return stored(rule.id())
                    .map(view -> Response.created(URI.create("/v1/alert-rules/" + rule.id()))
                            .entity(view)
                            .build());
        });
    }

    @PUT
    @Path("/{id}")
    @RolesAllowed(Roles.ALERT_ADMIN)
    @Consumes(MediaType.APPLICATION_JSON)
    @Produces(MediaType.APPLICATION_JSON)
    @Operation(
            operationId = "changeAlertRule",
            summary = "Changes a rule; alerts that it no longer says are resolved, the rest go on")
    @RequestBody(content = @Content(schema = @Schema(implementation = RuleView.class)))
    @APIResponseSchema(RuleView.class)
    public Uni<RuleView> change(@PathParam("id") String id, String body) {
        ObjectNode object = object(body);
        if (object.hasNonNull("id") && !object.get("id").asText().equals(id)) {
            throw ProblemException.invalid(
                    "id", "another-id", "The rule of this path is " + id + ": a rule keeps its name.");
        }
        AlertRule rule = rule(object.put("id", id));
        String by = reader.name();
        return allowed(rule).chain(() -> store.change(rule, by)).chain(outcome -> {
            if (outcome == Outcome.NOT_THERE) {
                throw unknown(id);
            }
            return stored(id);
        });
    }

    @DELETE
    @Path("/{id}")
    @RolesAllowed(Roles.ALERT_ADMIN)
    @Operation(operationId = "removeAlertRule", summary = "Removes a rule; its alerts are resolved")
    @APIResponse(responseCode = "204", description = "It is in force no more; its versions stay")
    public Uni<Void> remove(@PathParam("id") String id) {
        String by = reader.name();
        return store.find(id)
                .chain(found ->
                        store.remove(found.orElseThrow(() -> unknown(id)).rule(), by))
                .replaceWithVoid();
    }

    @POST
    @Path("/" + PREVIEW)
    @RolesAllowed(Roles.ALERT_ADMIN)
    @Consumes(MediaType.APPLICATION_JSON)
    @Produces({MediaType.APPLICATION_JSON, Csv.MEDIA_TYPE})
    @Operation(
            operationId = "tryAlertRule",
            summary = "Which areas would have had alerts, and when, over all history",
            description = "Nothing is stored, and nobody is told.")
    @RequestBody(content = @Content(schema = @Schema(implementation = RuleView.class)))
    @APIResponseSchema(Preview.PreviewView.class)
    public Uni<Preview.PreviewView> preview(String body) {
        AlertRule rule = rule(object(body));
        return allowed(rule).chain(() -> preview.of(rule));
    }

    private ObjectNode object(String body) {
        try {
            JsonNode node = json.readTree(body);
            if (node instanceof ObjectNode object) {
                return object;
            }
        } catch (JsonProcessingException e) {
            throw BodyFault.of(e);
        }
        throw ProblemException.invalid(List.of(new FieldError(null, "", "not-an-object", "A rule is a JSON object.")));
    }

    private AlertRule rule(ObjectNode object) {
        RuleReader.Result result = RuleReader.read(object, areas::has, webhooks);
        AlertRule rule = result.rule();
        if (rule == null) {
            throw ProblemException.invalid(result.errors());
        }
        return rule;
    }

    /** Who has exact figures decide learns of them, so that is for those who may read them, and is kept like any reading. */
    private Uni<Void> allowed(AlertRule rule) {
        if (!rule.exact()) {
            return Uni.createFrom().voidItem();
        }
        if (!reader.exact()) {
            throw ProblemException.lacking(Challenge.lackingRole(Roles.EXACT_READER));
        }
        return gate.open().replaceWithVoid();
    }

    private Uni<RuleView> stored(String id) {
        return store.find(id).map(found -> view(found.orElseThrow(() -> unknown(id)), true));
    }

    private static RuleList list(List<Kept> rules, boolean keepsRules) {
        return new RuleList(rules.stream().map(kept -> view(kept, keepsRules)).toList());
    }

    private static RuleView view(Kept kept, boolean keepsRules) {
        RuleView view = RuleView.of(kept);
        return keepsRules ? view : view.forOthers();
    }

    private boolean keepsRules() {
        return identity.hasRole(Roles.ALERT_ADMIN);
    }

    private static ProblemException unknown(String id) {
        return ProblemException.unknown("There is no rule " + id + ".");
    }
}
