package nl.buurtpuls.report.audit;

import com.fasterxml.jackson.annotation.JsonValue;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.Instant;
import java.util.List;
import nl.buurtpuls.contract.access.Roles;
import nl.buurtpuls.report.problem.Page;
import nl.buurtpuls.report.table.Csv;
import nl.buurtpuls.report.table.Table;
import nl.buurtpuls.report.table.Tabular;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

/** Who has read exact figures. */
@Path("/v1/audit")
@RolesAllowed(Roles.AUDITOR)
@Produces({MediaType.APPLICATION_JSON, Csv.MEDIA_TYPE})
@Tag(name = "audit", description = "Who has read exact figures, and why")
public class AuditResource {

    private final AuditStore store;

    AuditResource(AuditStore store) {
        this.store = store;
    }

    /**
     * A read of exact figures.
     *
     * @param id later reads have higher ones
     * @param reader who, as the token names them
     * @param purpose why, as they said
     * @param call what: method, path and query of the call
     */
    public record ReadView(long id, Instant readAt, String reader, String purpose, String call) {
        static ReadView of(StoredRead read) {
            return new ReadView(read.id(), read.readAt(), read.reader(), read.purpose(), read.call());
        }
    }

    /** Some reads. */
    @Schema(type = SchemaType.ARRAY, implementation = ReadView.class)
    public record ReadList(@JsonValue List<ReadView> reads) implements Tabular {
        @Override
        public Table table() {
            return new Table(
                    List.of("id", "readAt", "reader", "purpose", "call"),
                    reads.stream()
                            .map(read ->
                                    Table.row(read.id(), read.readAt(), read.reader(), read.purpose(), read.call()))
                            .toList());
        }
    }

    @GET
    @Operation(
            operationId = "listExactReads",
            summary = "Who has read which exact figures, when and why, the newest first",
            description = "Each read is kept before it is answered, for good. reader: of that one alone.")
    public Uni<ReadList> list(
            @RestQuery @Nullable String reader,
            @RestQuery @DefaultValue("1") String page,
            @RestQuery @DefaultValue("100") String pageSize) {
        return store.find(reader, Page.parse(page, pageSize))
                .map(reads -> new ReadList(reads.stream().map(ReadView::of).toList()));
    }
}
