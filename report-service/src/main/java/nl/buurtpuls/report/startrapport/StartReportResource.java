package nl.buurtpuls.report.startrapport;

import io.smallrye.mutiny.Uni;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.mutiny.core.Vertx;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.net.URI;
import java.time.LocalDate;
import java.util.Map;
import java.util.stream.Collectors;
import nl.buurtpuls.contract.area.Area;
import nl.buurtpuls.contract.area.AreaTable;
import nl.buurtpuls.contract.area.Level;
import nl.buurtpuls.report.area.Areas;
import nl.buurtpuls.report.disclosure.Gate;
import nl.buurtpuls.report.indicator.Language;
import nl.buurtpuls.report.problem.Dates;
import nl.buurtpuls.report.problem.ProblemException;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

/** The living start report: JSON, a page, a PDF. */
@Path("/v1/reports/startrapport")
@Tag(name = "reports", description = "Reports, written when they are asked for")
@Produces({MediaType.APPLICATION_JSON, MediaType.TEXT_HTML, StartReportResource.PDF})
public class StartReportResource {

    static final String PDF = "application/pdf";

    /** What a link may ask for, since it cannot say what it accepts. */
    private static final Map<String, String> FORMATS =
            Map.of("json", MediaType.APPLICATION_JSON, "html", MediaType.TEXT_HTML, "pdf", PDF);

    private final Areas areas;
    private final AreaTable table;
    private final Dates dates;
    private final StartReports reports;
    private final ReportPage page;
    private final ReportPdf pdf;
    private final Vertx vertx;
    private final Gate gate;

    StartReportResource(
            Areas areas,
            AreaTable table,
            Dates dates,
            StartReports reports,
            ReportPage page,
            ReportPdf pdf,
            Vertx vertx,
            Gate gate) {
        this.areas = areas;
        this.table = table;
        this.dates = dates;
        this.reports = reports;
        this.page = page;
        this.pdf = pdf;
        this.vertx = vertx;
        this.gate = gate;
    }

    @GET
    @APIResponseSchema(StartReport.class)
    @Operation(
            operationId = "readStartReport",
            summary = "The start report of a municipality, group or wijk on a date, default today",
            description = "Every figure with its definition, date and the call that gives it; for Heerlen and"
                    + " Heerlen-Noord beside what the printed report said. JSON, a page or a PDF by Accept; Dutch or"
                    + " English by Accept-Language. A link, which can set neither, says format=html, pdf or json, and"
                    + " lang=nl or en.")
    public Uni<Response> report(
            @RestQuery @Nullable String area,
            @RestQuery @Nullable String date,
            @RestQuery @Nullable String format,
            @RestQuery @Nullable String lang,
            @Context HttpHeaders headers,
            @Context UriInfo uri,
            @Context HttpServerResponse response) {
        if (area == null || area.isBlank()) {
            throw ProblemException.required("area");
        }
        Area subject = areas.named(area);
        requireReport(subject);
        LocalDate day = dates.orToday("date", date);
        String form = format == null ? headers.getAcceptableMediaTypes().get(0).toString() : form(format);
        if (form.equals(MediaType.TEXT_HTML)) {
            // In place of that of all answers: a browser keeps to both of two.
            response.headers().set("Content-Security-Policy", page.contentSecurityPolicy());
        }
        Language language = lang == null ? Language.of(headers) : language(lang);
        return gate.open()
                .chain(release -> reports.of(subject, day, language, release))
                .chain(report -> answer(report, form, uri.getBaseUri()))
                .map(answer -> answer.language(language.locale()).build());
    }

    private Uni<Response.ResponseBuilder> answer(StartReport report, String form, URI root) {
        return switch (form) {
            case MediaType.TEXT_HTML ->
                Uni.createFrom()
                        .item(() -> Response.ok(page.of(report)).type(MediaType.TEXT_HTML_TYPE.withCharset("UTF-8")));
            // Setting pages takes longer than other callers should wait.
            case PDF ->
                vertx.executeBlocking(() -> pdf.of(report, root))
                        .map(bytes -> Response.ok(bytes, PDF)
                                .header(
                                        HttpHeaders.CONTENT_DISPOSITION,
                                        "inline; filename=\"startrapport-" + report.area() + "-" + report.date()
                                                + ".pdf\""));
            default -> Uni.createFrom().item(Response.ok(report, MediaType.APPLICATION_JSON_TYPE));
        };
    }

    private static String form(String format) {
        String form = FORMATS.get(format);
        if (form == null) {
            throw ProblemException.notOneOf("format", FORMATS.keySet().stream().sorted(), format);
        }
        return form;
    }

    private static Language language(String tag) {
        return Language.tagged(tag).orElseThrow(() -> ProblemException.notOneOf("lang", Language.tags(), tag));
    }

    private void requireReport(Area area) {
        Level level = area.level();
        if (level == Level.WIJK || level == Level.GROUP || level == Level.MUNICIPALITY) {
            return;
        }
        throw ProblemException.invalid(
                "area",
                "not-at-this-level",
                "There is a report of a municipality, group or wijk, not of a " + level.code() + ". Nearest: "
                        + nearest(area) + ".");
    }

    private String nearest(Area area) {
        return area.level() == Level.BUURT
                ? area.parents().get(0)
                : table.municipalitiesIn(area.code()).stream().limit(3).collect(Collectors.joining(", "));
    }
}
