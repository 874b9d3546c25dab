package nl.buurtpuls.report.alert;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonValue;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import nl.buurtpuls.contract.access.Roles;
import nl.buurtpuls.report.alert.Outbox.Delivery;
import nl.buurtpuls.report.problem.Page;
import nl.buurtpuls.report.problem.ProblemException;
import nl.buurtpuls.report.table.Csv;
import nl.buurtpuls.report.table.Table;
import nl.buurtpuls.report.table.Tabular;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

/** What receivers have been told, and what they have not. */
@Path("/v1/alert-deliveries")
@RolesAllowed(Roles.ALERT_ADMIN)
@Tag(name = "alerts", description = "When a figure crosses a line, and who is told")
public class DeliveriesResource {

    private static final String WAITING = "waiting";
    private static final List<String> STATES = List.of(WAITING, "parked", "delivered");
    private static final String ALL = "all";

    private final Outbox outbox;
    private final Dispatch dispatch;

    DeliveriesResource(Outbox outbox, Dispatch dispatch) {
        this.outbox = outbox;
        this.dispatch = dispatch;
    }

    /** An event on its way to one receiver. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    @Schema(name = "AlertDelivery")
    record DeliveryView(
            long id,
            String alert,
            String event,

            @Schema(description = "topic, alertmanager, or the address of a webhook")
            String receiver,

            @Schema(
                    description =
                            "waiting, parked (given up after 24 hours; what is for the topic never is) or delivered")
            String state,

            int attempts,
            @Nullable String lastError,

            @Schema(description = "When there was something to tell, or when it was last replayed")
            Instant createdAt,

            @Schema(description = "While it waits: the next try; while one is made, when that counts as failed")
            @Nullable
            Instant dueAt,

            @Nullable Instant deliveredAt,
            @Nullable Instant parkedAt) {
        static DeliveryView of(Delivery delivery) {
            return new DeliveryView(
                    delivery.id(),
                    delivery.alert(),
                    delivery.event(),
                    delivery.receiver().name(),
                    delivery.state(),
                    delivery.attempts(),
                    delivery.lastError(),
                    delivery.createdAt().toInstant(),
                    delivery.state().equals(WAITING) ? delivery.dueAt().toInstant() : null,
                    moment(delivery.deliveredAt()),
                    moment(delivery.parkedAt()));
        }

        private static @Nullable Instant moment(@Nullable OffsetDateTime time) {
            return time == null ? null : time.toInstant();
        }
    }

    /** Some deliveries. */
    @Schema(type = SchemaType.ARRAY, implementation = DeliveryView.class)
    record DeliveryList(@JsonValue List<DeliveryView> deliveries) implements Tabular {
        @Override
        public Table table() {
            return new Table(
                    List.of(
                            "id",
                            "alert",
                            "event",
                            "receiver",
                            "state",
                            "attempts",
                            "lastError",
                            "createdAt",
                            "dueAt",
                            "deliveredAt",
                            "parkedAt"),
                    deliveries.stream()
                            .map(each -> Table.row(
                                    each.id(),
                                    each.alert(),
                                    each.event(),
                                    each.receiver(),
                                    each.state(),
                                    each.attempts(),
                                    each.lastError(),
                                    each.createdAt(),
                                    each.dueAt(),
                                    each.deliveredAt(),
                                    each.parkedAt()))
                            .toList());
        }
    }

    @GET
    @Produces({MediaType.APPLICATION_JSON, Csv.MEDIA_TYPE})
    @Operation(operationId = "listAlertDeliveries", summary = "What receivers are told, the newest first")
    public Uni<DeliveryList> list(
            @RestQuery @Nullable String state,
            @RestQuery @DefaultValue("1") String page,
            @RestQuery @DefaultValue("100") String pageSize) {
        if (state != null && !STATES.contains(state)) {
            throw ProblemException.notOneOf("state", STATES.stream(), state);
        }
        return outbox.list(state == null ? ALL : state, Page.parse(page, pageSize))
                .map(found ->
                        new DeliveryList(found.stream().map(DeliveryView::of).toList()));
    }

    @POST
    @Path("/{id}/replay")
    @Produces(MediaType.APPLICATION_JSON)
    @Operation(
            operationId = "replayAlertDelivery",
            summary = "Has a delivery sent once more, whatever became of it; the event keeps its id",
            description =
                    "What the receiver is told later of the same alert is sent once more behind it, so that what it is"
                            + " told last is what is so.")
    public Uni<DeliveryView> replay(@PathParam("id") String id) {
        if (!id.matches("\\d{1,18}")) {
            throw unknown(id);
        }
        return outbox.replay(Long.parseLong(id)).map(found -> {
            dispatch.wake();
            return DeliveryView.of(found.orElseThrow(() -> unknown(id)));
        });
    }

    private static ProblemException unknown(String id) {
        return ProblemException.unknown("There is no delivery " + id + ".");
    }
}
