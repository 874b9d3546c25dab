package nl.buurtpuls.report.finding;

import com.fasterxml.jackson.annotation.JsonValue;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import java.time.Clock;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import nl.buurtpuls.contract.access.Challenge;
import nl.buurtpuls.contract.access.Municipalities;
import nl.buurtpuls.contract.access.Roles;
import nl.buurtpuls.contract.area.AreaTable;
import nl.buurtpuls.contract.finding.FindingKind;
import nl.buurtpuls.contract.finding.ReportedFinding;
import nl.buurtpuls.report.access.Reader;
import nl.buurtpuls.report.indicator.Language;
import nl.buurtpuls.report.problem.Dates;
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

/** What does not add up in the events of a municipality. */
@Path("/v1/findings")
@RolesAllowed({Roles.MUTATION_WRITER, Roles.EXACT_READER})
@Produces({MediaType.APPLICATION_JSON, Csv.MEDIA_TYPE})
@Tag(name = "findings", description = "What does not add up in the events, and what to do about it")
public class FindingsResource {

    private final FindingStore store;
    private final ObjectMapper json;
    private final Dates dates;
    private final Clock clock;
    private final Reader reader;

    FindingsResource(FindingStore store, ObjectMapper json, Dates dates, Clock clock, Reader reader) {
        this.reader = reader;
        this.store = store;
        this.json = json;
        this.dates = dates;
        this.clock = clock;
    }

    /** Some findings. */
    @Schema(type = SchemaType.ARRAY, implementation = FindingView.class)
    public record FindingList(@JsonValue List<FindingView> findings) implements Tabular {
        @Override
        public Table table() {
            return new Table(
                    FindingView.COLUMNS, findings.stream().map(FindingView::row).toList());
        }
    }

    @GET
    @Operation(
            operationId = "listFindings",
            summary = "What does not add up in the events of a municipality, the newest first",
            description =
                    "For the staff of the municipality: of those that the token speaks for. Kept for 90 days after it was"
                            + " found, mended or not. from: found on that day or later.")
    public Uni<FindingList> list(
            @RestQuery @Nullable String municipality,
            @RestQuery @Nullable String kind,
            @RestQuery @Nullable String from,
            @RestQuery @DefaultValue("1") String page,
            @RestQuery @DefaultValue("100") String pageSize,
            @Context HttpHeaders headers) {
        Asked asked = new Asked(municipalities(municipality), kind(kind), from(from));
        Language language = Language.of(headers);
        return store.find(asked, Page.parse(page, pageSize))
                .map(found -> new FindingList(found.stream()
                        .map(body -> FindingView.of(read(body), language))
                        .toList()));
    }

    /** Those that are asked for, and that the reader's token speaks for; none for all there are. */
    private Set<String> municipalities(@Nullable String municipality) {
        Municipalities own = reader.municipalities();
        if (municipality == null) {
            if (!(own instanceof Municipalities.Listed listed)) {
                return Set.of();
            }
            if (listed.codes().isEmpty()) {
                throw ProblemException.lacking(Challenge.lackingRight("The token speaks for no municipality."));
            }
            return listed.codes();
        }
        if (!AreaTable.isMunicipalityCode(municipality)) {
            throw ProblemException.invalid(
                    "municipality", "municipality-code", "Expected a CBS code as GM0917, got '" + municipality + "'.");
        }
        if (!own.include(municipality)) {
            throw ProblemException.lacking(
                    Challenge.lackingRight("The token does not speak for " + municipality + "."));
        }
        return Set.of(municipality);
    }

    private static @Nullable String kind(@Nullable String kind) {
        if (kind != null && FindingKind.of(kind).isEmpty()) {
            throw ProblemException.notOneOf(
                    "kind", Arrays.stream(FindingKind.values()).map(FindingKind::code), kind);
        }
        return kind;
    }

    private @Nullable Instant from(@Nullable String from) {
        return from == null
                ? null
                : dates.required("from", from).atStartOfDay(clock.getZone()).toInstant();
    }

    private ReportedFinding read(String body) {
        try {
            return json.readValue(body, ReportedFinding.class);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a finding was stored that cannot be read", e);
        }
    }
}
