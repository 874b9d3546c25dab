package nl.buurtpuls.report.retention;

import io.smallrye.mutiny.Uni;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import nl.buurtpuls.contract.indicator.Definition.Unit;
import nl.buurtpuls.report.disclosure.PublishedNumber;
import nl.buurtpuls.report.disclosure.PublishedRetention;
import nl.buurtpuls.report.disclosure.Release;
import nl.buurtpuls.report.table.Table;
import nl.buurtpuls.report.table.Tabular;

/**
 * What became of the residents. A number is {@code null} where it is withheld to protect persons.
 *
 * @param residents lived in the area on {@code from}
 * @param stayed of them, live there on {@code to}, wherever between
 * @param moved the rest: neither there nor dead
 * @param died dead by {@code to}
 * @param share stayed of residents; {@code null} if there were none
 * @param suppressed whether one of the numbers is withheld
 */
public record Retention(
        String area,
        LocalDate from,
        LocalDate to,
        PublishedNumber residents,
        PublishedNumber stayed,
        PublishedNumber moved,
        PublishedNumber died,
        PublishedNumber share,
        boolean suppressed)
        implements Tabular {
    @Override
    public Table table() {
        String persons = Unit.PERSONS.code();
        return new Table(
                List.of(
                        "area",
                        "from",
                        "to",
                        Table.in("residents", persons),
                        Table.in("stayed", persons),
                        Table.in("moved", persons),
                        Table.in("died", persons),
                        Table.in("share", Unit.SHARE.code()),
                        "suppressed"),
                List.of(Table.row(
                        area,
                        from,
                        to,
                        residents.value(),
                        stayed.value(),
                        moved.value(),
                        died.value(),
                        share.value(),
                        suppressed)));
    }

    /**
     * Reads it, as it may be shown.
     *
     * @param code of an area at or below the municipality
     */
    public static Uni<Retention> read(Release release, String code, LocalDate from, LocalDate to) {
        return release.retention(code, from, to)
                .map(retained -> of(code, release.date(from), release.date(to), retained));
    }

    private static Retention of(String code, LocalDate from, LocalDate to, PublishedRetention retained) {
        return new Retention(
                code,
                from,
                to,
                retained.residents(),
                retained.stayed(),
                retained.moved(),
                retained.died(),
                retained.share(),
                Stream.of(retained.residents(), retained.stayed(), retained.moved(), retained.died(), retained.share())
                        .anyMatch(PublishedNumber::isSuppressed));
    }
}
