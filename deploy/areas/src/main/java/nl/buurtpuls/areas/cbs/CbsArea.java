package nl.buurtpuls.areas.cbs;

import java.math.BigDecimal;
import java.util.Map;
import nl.buurtpuls.contract.area.Level;
import org.jspecify.annotations.Nullable;

/**
 * A line that is taken.
 *
 * @param line where it stands in the file, from 1
 * @param name {@code null} if the file has none
 * @param period the year that the figures are of
 * @param hectares size without water; {@code null} if the file does not have it
 * @param figures those that are published for this area
 */
public record CbsArea(
        int line,
        String code,
        Level level,
        @Nullable String name,
        String period,
        @Nullable BigDecimal hectares,
        Map<Figure, BigDecimal> figures) {

    public CbsArea {
        figures = Map.copyOf(figures);
    }
}
