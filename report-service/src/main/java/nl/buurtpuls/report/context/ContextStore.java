package nl.buurtpuls.report.context;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import nl.buurtpuls.contract.context.ContextFigure;
import nl.buurtpuls.report.problem.Page;
import org.hibernate.reactive.mutiny.Mutiny;
import org.jspecify.annotations.Nullable;

/** The context figures in the database. */
@ApplicationScoped
class ContextStore {

    /** Rows a statement. */
    private static final int CHUNK = 5_000;

    private static final String INSERT = "insert into context_figure"
            + " (area, indicator, period, value, unit, source, label_nl, label_en)"
            + " select area, indicator, period, cast(value as numeric), unit, source, label_nl, label_en"
            + " from unnest(cast(:areas as text[]), cast(:indicators as text[]), cast(:periods as text[]),"
            + " cast(:figures as text[]), cast(:units as text[]), cast(:sources as text[]), cast(:labelsNl as text[]),"
            + " cast(:labelsEn as text[]))"
            + " as sent (area, indicator, period, value, unit, source, label_nl, label_en)"
            + " on conflict (area, indicator, period) do ";
    private static final String KEEP = INSERT + "nothing";
    private static final String REPLACE = INSERT + "update set value = excluded.value, unit = excluded.unit,"
            + " source = excluded.source, label_nl = excluded.label_nl, label_en = excluded.label_en";

    private static final String SELECT = "from StoredFigure f where (:area = '' or f.key.area = :area)"
            + " and (:indicator = '' or f.key.indicator = :indicator)"
            + " order by f.key.area, f.key.indicator, f.key.period";

    private final Mutiny.SessionFactory sessions;

    ContextStore(Mutiny.SessionFactory sessions) {
        this.sessions = sessions;
    }

    /** Stores figures in place of those of the same area, indicator and period, all or none. Of equal ones the last holds. */
    Uni<Void> replace(Collection<ContextFigure> figures) {
        return store(REPLACE, figures);
    }

    /** Stores figures where there is none of the same area, indicator and period. */
    Uni<Void> add(Collection<ContextFigure> figures) {
        return store(KEEP, figures);
    }

    private Uni<Void> store(String statement, Collection<ContextFigure> figures) {
        // In order of key, so that no two writers wait for each other.
        Map<String, ContextFigure> last = new TreeMap<>();
        figures.forEach(figure -> last.put(figure.area() + "|" + figure.indicator() + "|" + figure.period(), figure));
        if (last.isEmpty()) {
            return Uni.createFrom().voidItem();
        }
        return sessions.withTransaction(session -> Multi.createFrom()
                .iterable(chunks(new ArrayList<>(last.values())))
                .onItem()
                .transformToUniAndConcatenate(chunk -> session.createNativeQuery(statement)
                        .setParameter("areas", all(chunk, ContextFigure::area))
                        .setParameter("indicators", all(chunk, ContextFigure::indicator))
                        .setParameter("periods", all(chunk, ContextFigure::period))
                        .setParameter(
                                "figures", all(chunk, figure -> figure.value().toPlainString()))
                        .setParameter("units", all(chunk, ContextFigure::unit))
                        .setParameter("sources", all(chunk, ContextFigure::source))
                        .setParameter("labelsNl", all(chunk, ContextFigure::labelNl))
                        .setParameter("labelsEn", all(chunk, ContextFigure::labelEn))
                        .executeUpdate())
                .collect()
                .last()
                .replaceWithVoid());
    }

    private static List<List<ContextFigure>> chunks(List<ContextFigure> figures) {
        List<List<ContextFigure>> chunks = new ArrayList<>();
        for (int from = 0; from < figures.size(); from += CHUNK) {
            chunks.add(figures.subList(from, Math.min(from + CHUNK, figures.size())));
        }
        return chunks;
    }

    private static String[] all(List<ContextFigure> figures, Function<ContextFigure, String> field) {
        return figures.stream().map(field).toArray(String[]::new);
    }

    /** A page of the figures of an area, an indicator or both, in order of area, indicator and period. */
    Uni<List<ContextFigure>> find(@Nullable String area, @Nullable String indicator, Page page) {
        return sessions.withSession(session -> session.createSelectionQuery(SELECT, StoredFigure.class)
                        .setParameter("area", area == null ? "" : area)
                        .setParameter("indicator", indicator == null ? "" : indicator)
                        .setFirstResult((page.number() - 1) * page.size())
                        .setMaxResults(page.size())
                        .getResultList())
                .map(stored -> stored.stream().map(StoredFigure::figure).toList());
    }

    /** All figures of some areas, in order of area, indicator and period. */
    Uni<List<ContextFigure>> findAll(Collection<String> areas) {
        return sessions.withSession(session -> session.createSelectionQuery(
                                "from StoredFigure f where f.key.area in :areas"
                                        + " order by f.key.area, f.key.indicator, f.key.period",
                                StoredFigure.class)
                        .setParameter("areas", areas)
                        .getResultList())
                .map(stored -> stored.stream().map(StoredFigure::figure).toList());
    }

    /** The indicators that there are figures of, in order. */
    Uni<List<String>> indicators() {
        return sessions.withSession(session -> session.createSelectionQuery(
                        "select distinct f.key.indicator from StoredFigure f order by f.key.indicator", String.class)
                .getResultList());
    }
}
