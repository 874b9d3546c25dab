package nl.buurtpuls.report.origin;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import nl.buurtpuls.contract.indicator.Definition.Unit;
import nl.buurtpuls.report.disclosure.PublishedNumber;
import nl.buurtpuls.report.table.Table;
import nl.buurtpuls.report.table.Tabular;
import org.jspecify.annotations.Nullable;

/**
 * Moves into the area after {@code from}, up to and with {@code to}.
 *
 * @param of whose: arrivals, adult-arrivals, social-assistance
 * @param total of all origins
 * @param classes by distance from the municipality
 * @param municipalities the most first
 * @param countries the most first
 * @param suppressed whether the total or a class is withheld to protect persons, and is {@code null} for that
 */
public record Origins(
        String area,
        LocalDate from,
        LocalDate to,
        String of,
        PublishedNumber total,
        Map<String, PublishedNumber> classes,
        List<FromMunicipality> municipalities,
        List<FromCountry> countries,
        boolean suppressed)
        implements Tabular {
    @Override
    public Table table() {
        List<List<@Nullable Object>> rows = new ArrayList<>();
        municipalities.forEach(origin -> rows.add(Table.row(
                area,
                from,
                to,
                of,
                "municipality",
                origin.code(),
                origin.name(),
                origin.sesWoa(),
                origin.count().value(),
                origin.count().isSuppressed())));
        countries.forEach(origin -> rows.add(Table.row(
                area,
                from,
                to,
                of,
                "country",
                origin.code(),
                null,
                null,
                origin.count().value(),
                origin.count().isSuppressed())));
        classes.forEach((distance, count) -> rows.add(
                Table.row(area, from, to, of, "class", distance, null, null, count.value(), count.isSuppressed())));
        return new Table(
                List.of(
                        "area",
                        "from",
                        "to",
                        "of",
                        "kind",
                        "origin",
                        "name",
                        "sesWoa",
                        Table.in("count", Unit.MOVES.code()),
                        "suppressed"),
                rows);
    }
}
