package nl.buurtpuls.contract.indicator;

import java.util.LinkedHashSet;
import java.util.Set;
import nl.buurtpuls.contract.area.Level;
import nl.buurtpuls.contract.indicator.Quantity.Scope;
import nl.buurtpuls.contract.snapshot.Point;
import org.jspecify.annotations.Nullable;

/**
 * One figure that can be asked for.
 *
 * @param id exact name, the window last if it has one: {@code arrivals.5y}
 * @param definition what it means
 * @param window the window it is over; {@code null} for a stock
 * @param formula how it is made
 */
public record Indicator(
        String id, Definition definition, @Nullable Window window, Formula formula) {

    /** The figure of an area; its value is {@code null} where it is undefined. */
    public Point of(Figures figures) {
        return formula.of(figures);
    }

    /**
     * Whether areas of the level have this figure. Some tell how the buurten of an area differ, and a buurt has none.
     * Above the municipality, figures are those of the municipalities added up; where that would mean something else, as
     * with who stayed in the area, there is none.
     */
    public boolean isAt(Level level) {
        return switch (level) {
            case BUURT -> !formula.isAboveBuurt();
            case WIJK, GROUP, MUNICIPALITY -> true;
            case REGION, PROVINCE, COUNTRY -> formula.addsUp();
        };
    }

    /** The series that are read there. */
    public Set<Series> series(Scope scope) {
        Set<Series> series = new LinkedHashSet<>();
        formula.eachSum((at, line, anchor) -> {
            if (at == scope) {
                series.add(line);
            }
        });
        return series;
    }
}
