package nl.buurtpuls.report.origin;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import java.util.stream.Stream;
import nl.buurtpuls.contract.area.Area;
import nl.buurtpuls.contract.area.AreaTable;
import nl.buurtpuls.contract.event.Place;
import nl.buurtpuls.report.area.Areas;
import nl.buurtpuls.report.disclosure.PublishedNumber;
import nl.buurtpuls.report.disclosure.PublishedOrigins;
import nl.buurtpuls.report.disclosure.Release;

/** Reads where people came from, as it may be shown. */
@ApplicationScoped
public class OriginsReader {

    private final Areas areas;
    private final AreaTable table;

    OriginsReader(Areas areas, AreaTable table) {
        this.areas = areas;
        this.table = table;
    }

    /** Origins of those who arrived in an area at or below the municipality, after a date, up to and with another. */
    public Uni<Origins> read(Release release, String code, Arrivals of, LocalDate after, LocalDate to) {
        String municipality = areas.municipalityAround(areas.named(code));
        return release.origins(
                        code,
                        of.measure(),
                        after,
                        to,
                        origin -> table.distance(municipality, Place.ofCode(origin))
                                .code())
                .map(found -> view(code, release.date(after), release.date(to), of, found));
    }

    private Origins view(String area, LocalDate from, LocalDate to, Arrivals of, PublishedOrigins found) {
        List<FromMunicipality> municipalities = new ArrayList<>();
        List<FromCountry> countries = new ArrayList<>();
        found.byCode().forEach((code, count) -> {
            Place origin = Place.ofCode(code);
            if (origin.municipality() != null) {
                municipalities.add(fromMunicipality(origin.municipality(), count));
            } else if (origin.country() != null) {
                countries.add(new FromCountry(origin.country(), count));
            }
        });
        boolean suppressed = Stream.concat(Stream.of(found.total()), found.classes().values().stream())
                .anyMatch(PublishedNumber::isSuppressed);
        return new Origins(
                area, from, to, of.code(), found.total(), found.classes(), municipalities, countries, suppressed);
    }

    private FromMunicipality fromMunicipality(String code, PublishedNumber count) {
        OptionalDouble sesWoa = table.sesWoa(code);
        return new FromMunicipality(
                code,
                table.find(code).map(Area::name).orElse(code),
                count,
                sesWoa.isPresent() ? Double.valueOf(sesWoa.getAsDouble()) : null);
    }
}
