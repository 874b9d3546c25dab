package nl.buurtpuls.report.area;

import io.smallrye.mutiny.Uni;
import java.util.Collection;
import java.util.List;
import nl.buurtpuls.contract.context.ContextFigure;

/** What others have published about an area, to stand beside the figures that the events give. */
public interface AreaContext {

    /** All that there is, in order of indicator and period. */
    Uni<List<ContextFigure>> of(String area);

    /** All that there is about some areas, in order of area, indicator and period. */
    Uni<List<ContextFigure>> ofAll(Collection<String> areas);
}
