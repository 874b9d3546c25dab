package nl.buurtpuls.report.alert;

import com.fasterxml.jackson.annotation.JsonValue;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import nl.buurtpuls.contract.access.Roles;
import nl.buurtpuls.contract.area.Area;
import nl.buurtpuls.contract.area.AreaTable;
import nl.buurtpuls.report.access.Reader;
import nl.buurtpuls.report.alert.AlertState.Acknowledged;
import nl.buurtpuls.report.area.Areas;
import nl.buurtpuls.report.disclosure.Gate;
import nl.buurtpuls.report.problem.NoNul;
import nl.buurtpuls.report.problem.Page;
import nl.buurtpuls.report.problem.ProblemException;
import nl.buurtpuls.report.table.Csv;
import nl.buurtpuls.report.table.Table;
import nl.buurtpuls.report.table.Tabular;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

/** The alerts there are and were. */
@Path("/v1/alerts")
@RolesAllowed({Roles.REPORT_READER, Roles.ALERT_ADMIN})
@Tag(name = "alerts", description = "When a figure crosses a line, and who is told")
public class AlertsResource {

    private static final List<String> STATES = List.of("pending", "firing", "acknowledged", "resolved");
    private static final int LONGEST_NOTE = 500;

    private final AlertStore store;
    private final Areas areas;
    private final AreaTable table;
    private final Scope scope;
    private final Gate gate;
    private final Reader reader;

    AlertsResource(AlertStore store, Areas areas, AreaTable table, Gate gate, Reader reader) {
        this.store = store;
        this.areas = areas;
        this.table = table;
        this.scope = new Scope(table);
        this.gate = gate;
        this.reader = reader;
    }

    /** Some alerts. */
    @Schema(type = SchemaType.ARRAY, implementation = AlertView.class)
    record AlertList(@JsonValue List<AlertView> alerts) implements Tabular {
        @Override
        public Table table() {
            return new Table(
                    AlertView.COLUMNS, alerts.stream().map(AlertView::row).toList());
        }
    }

    /** What somebody says of an alert that they have seen. */
    record Note(@Nullable String note) {}

    @GET
    @Produces({MediaType.APPLICATION_JSON, Csv.MEDIA_TYPE})
    @Operation(
            operationId = "listAlerts",
            summary = "Alerts, those that crossed their line last first",
            description =
                    "Of an area, those of the areas in it too. What exact figures decided, exact readers read alone.")
    public Uni<AlertList> list(
            @RestQuery @Nullable String state,
            @RestQuery @Nullable String area,
            @RestQuery @DefaultValue("1") String page,
            @RestQuery @DefaultValue("100") String pageSize) {
        if (state != null && !STATES.contains(state)) {
            throw ProblemException.notOneOf("state", STATES.stream(), state);
        }
        Page wanted = Page.parse(page, pageSize);
        Uni<@Nullable List<String>> within = areas(area);
        return gate.open()
                .chain(release -> within.chain(codes -> store.find(state, codes, release.isExact(), wanted)))
                .map(found -> new AlertList(found.stream().map(this::view).toList()));
    }

    /** Those with alerts that are the area or lie in it; {@code null} for all. */
    private Uni<@Nullable List<String>> areas(@Nullable String area) {
        if (area == null) {
            return Uni.createFrom().nullItem();
        }
        String code = areas.named(area).code();
        return store.areas()
                .map(all ->
                        all.stream().filter(each -> scope.liesIn(each, code)).toList());
    }

    @GET
    @Path("/{id}")
    @Produces(MediaType.APPLICATION_JSON)
    @Operation(operationId = "readAlert", summary = "An alert")
    public Uni<AlertView> read(@PathParam("id") String id) {
        return gate.open()
                .chain(release -> store.find(id, release.isExact()))
                .map(found -> view(found.orElseThrow(() -> unknown(id))));
    }

    @POST
    @Path("/{id}/acknowledgement")
    @RolesAllowed(Roles.ALERT_ADMIN)
    @Consumes(MediaType.APPLICATION_JSON)
    @Produces(MediaType.APPLICATION_JSON)
    @Operation(
            operationId = "acknowledgeAlert",
            summary = "Says that somebody knows of an alert that fires",
            description = "It goes on until it is resolved. Of one that was acknowledged before, the first note stays.")
    @APIResponse(responseCode = "200", description = "The alert, acknowledged")
    @APIResponse(responseCode = "409", description = "The alert does not fire")
    public Uni<AlertView> acknowledge(@PathParam("id") String id, @Nullable Note said) {
        String note = said == null || said.note() == null || said.note().isBlank()
                ? null
                : said.note().strip();
        if (note != null && note.length() > LONGEST_NOTE) {
            throw ProblemException.invalid("note", "too-long", "A note has at most " + LONGEST_NOTE + " characters.");
        }
        if (note != null && NoNul.isIn(note)) {
            throw ProblemException.invalid("note", "control-character", "The note holds the character U+0000.");
        }
        // Who keeps rules may say so of every alert; it shows no more than the rule does.
        return store.acknowledge(id, reader.name(), note, true).map(found -> {
            Alert alert = found.orElseThrow(() -> unknown(id));
            if (!(alert.state() instanceof Acknowledged)) {
                throw ProblemException.conflict("Only what fires can be acknowledged: this alert is "
                        + alert.state().code() + ".");
            }
            return view(alert);
        });
    }

    private AlertView view(Alert alert) {
        return AlertView.of(alert, table.find(alert.area()).map(Area::name).orElse(alert.area()));
    }

    private static ProblemException unknown(String id) {
        return ProblemException.unknown("There is no alert " + id + ".");
    }
}
