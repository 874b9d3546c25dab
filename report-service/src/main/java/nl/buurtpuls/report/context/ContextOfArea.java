package nl.buurtpuls.report.context;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigDecimal;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import nl.buurtpuls.contract.area.AreaTable;
import nl.buurtpuls.contract.area.SesWoa;
import nl.buurtpuls.contract.context.ContextFigure;
import nl.buurtpuls.report.area.AreaContext;
import nl.buurtpuls.report.problem.Page;

/** The stored figures of an area, and the SES-WOA score of the area table if none of its period is stored. */
@ApplicationScoped
class ContextOfArea implements AreaContext {

    private static final String SES_WOA = "ses-woa";
    private static final Page ALL = Page.parse("1", "20000");

    private final AreaTable areas;
    private final ContextStore store;

    ContextOfArea(AreaTable areas, ContextStore store) {
        this.areas = areas;
        this.store = store;
    }

    @Override
    public Uni<List<ContextFigure>> of(String area) {
        return store.find(area, null, ALL).map(stored -> complete(area, stored));
    }

    @Override
    public Uni<List<ContextFigure>> ofAll(Collection<String> codes) {
        return store.findAll(codes)
                .map(stored -> codes.stream()
                        .distinct()
                        .sorted()
                        .flatMap(area ->
                                complete(
                                        area,
                                        stored.stream()
                                                .filter(figure -> figure.area().equals(area))
                                                .toList())
                                        .stream())
                        .toList());
    }

    private List<ContextFigure> complete(String area, List<ContextFigure> stored) {
        return areas.publishedSesWoa(area)
                .map(score -> figure(area, score))
                .filter(figure -> stored.stream().noneMatch(other -> isSame(figure, other)))
                .map(figure -> with(figure, stored))
                .orElse(stored);
    }

    private static boolean isSame(ContextFigure one, ContextFigure other) {
        return one.indicator().equals(other.indicator()) && one.period().equals(other.period());
    }

    private static List<ContextFigure> with(ContextFigure figure, List<ContextFigure> others) {
        return Stream.concat(Stream.of(figure), others.stream())
                .sorted(Comparator.comparing(ContextFigure::indicator).thenComparing(ContextFigure::period))
                .toList();
    }

    private static ContextFigure figure(String area, SesWoa score) {
        return new ContextFigure(
                area,
                SES_WOA,
                score.period(),
                BigDecimal.valueOf(score.score()),
                "score",
                score.source(),
                "SES-WOA-score (welvaart, opleiding, arbeid)",
                "SES-WOA score (wealth, education, employment)");
    }
}
