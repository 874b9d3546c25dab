package nl.buurtpuls.report.startrapport;

import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.LocalDate;
import java.util.stream.Collectors;
import nl.buurtpuls.contract.area.Area;
import nl.buurtpuls.contract.area.AreaTable;
import nl.buurtpuls.contract.area.Level;
import nl.buurtpuls.report.area.Areas;
import nl.buurtpuls.report.indicator.Language;
import nl.buurtpuls.report.problem.Dates;
import nl.buurtpuls.report.problem.ProblemException;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

/** The living start report: JSON, a page, a PDF. */
@Path("/v1/reports/startrapport")
@Produces({MediaType.APPLICATION_JSON, MediaType.TEXT_HTML, "application/pdf"})
public class StartReportResource {

    private final Areas areas;
    private final AreaTable table;
    private final Dates dates;
    private final StartReports reports;
    private final ReportPage page;

    StartReportResource(Areas areas, AreaTable table, Dates dates, StartReports reports, ReportPage page) {
        this.areas = areas;
        this.table = table;
        this.dates = dates;
        this.reports = reports;
        this.page = page;
    }

    @GET
    @APIResponseSchema(StartReport.class)
    @Operation(
            summary = "The start report of a municipality, group or wijk on a date, default today",
            description = "Every figure with its definition, date and the call that gives it; for Heerlen and"
                    + " Heerlen-Noord beside what the printed report said. JSON, a page or a PDF by Accept; Dutch or"
                    + " English by Accept-Language.")
    public Uni<Response> report(
            @RestQuery @Nullable String area, @RestQuery @Nullable String date, @Context HttpHeaders headers) {
        if (area == null || area.isBlank()) {
            throw ProblemException.required("area");
        }
        Area subject = areas.named(area);
        requireReport(subject);
        LocalDate day = dates.orToday("date", date);
        Language language = Language.of(headers);
        MediaType form = headers.getAcceptableMediaTypes().get(0);
        return reports.of(subject, day, language).map(report -> answer(report, form, language));
    }

    private Response answer(StartReport report, MediaType form, Language language) {
        Response.ResponseBuilder answer = form.isCompatible(MediaType.TEXT_HTML_TYPE)
                ? Response.ok(page.of(report))
                        .type(MediaType.TEXT_HTML_TYPE.withCharset("UTF-8"))
                        .header("Content-Security-Policy", page.contentSecurityPolicy())
                : Response.ok(report, form);
        return answer.language(language.locale()).build();
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
