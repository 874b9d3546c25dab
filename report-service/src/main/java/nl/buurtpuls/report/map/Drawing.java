package nl.buurtpuls.report.map;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Collection;
import java.util.List;
import nl.buurtpuls.contract.area.Level;
import org.jspecify.annotations.Nullable;

/** Chooses where a map's outlines come from: files of the operator's before PDOK before the tile grid. */
@ApplicationScoped
class Drawing {

    private final List<OutlineSource> inOrder;

    @Inject
    Drawing(BoundaryFiles files, PdokBoundaries pdok, TileGrid tiles) {
        this(List.of(files, pdok, tiles));
    }

    Drawing(List<OutlineSource> inOrder) {
        this.inOrder = inOrder;
    }

    /** Outlines from the first source that has any of these areas; from the last if none has. */
    Uni<Outlines> of(Level level, @Nullable String municipality, Collection<String> codes) {
        return firstFrom(0, level, municipality, codes);
    }

    private Uni<Outlines> firstFrom(int place, Level level, @Nullable String municipality, Collection<String> codes) {
        boolean last = place == inOrder.size() - 1;
        return inOrder.get(place)
                .outlines(level, municipality)
                .chain(outlines -> last || outlines.hasAnyOf(codes)
                        ? Uni.createFrom().item(outlines)
                        : firstFrom(place + 1, level, municipality, codes));
    }
}
