package nl.buurtpuls.report.map;

import io.smallrye.mutiny.Uni;
import nl.buurtpuls.contract.area.Level;
import org.jspecify.annotations.Nullable;

/** Somewhere that outlines come from. */
interface OutlineSource {

    /**
     * Outlines of areas of a level, perhaps of more; none that there are not, or while the source is out of reach.
     *
     * @param municipality code of the municipality that the areas lie in, {@code null} if it is not one
     */
    Uni<Outlines> outlines(Level level, @Nullable String municipality);
}
