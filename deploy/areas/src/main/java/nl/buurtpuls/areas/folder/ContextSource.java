package nl.buurtpuls.areas.folder;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import nl.buurtpuls.areas.cbs.CbsArea;
import nl.buurtpuls.areas.cbs.Figure;
import nl.buurtpuls.contract.context.ContextFigure;
import org.jspecify.annotations.Nullable;

/**
 * Who published the figures.
 *
 * @param told by the person who imports; {@code null} for the CBS and the table that a figure is usually in
 */
public record ContextSource(@Nullable String told) {

    static final String SES_WOA = "CBS, SES-WOA-scores per wijk en buurt";

    private static final String KEY_FIGURES = "CBS, Kerncijfers wijken en buurten";

    List<ContextFigure> figures(List<CbsArea> areas) {
        List<ContextFigure> figures = new ArrayList<>();
        for (CbsArea area : areas) {
            for (Figure figure : Figure.values()) {
                BigDecimal value = area.figures().get(figure);
                if (value != null) {
                    figures.add(new ContextFigure(
                            area.code(),
                            figure.indicator(),
                            area.period(),
                            value,
                            figure.unit(),
                            told == null ? usual(figure) : told,
                            figure.labelNl(),
                            figure.labelEn()));
                }
            }
        }
        return figures;
    }

    private static String usual(Figure figure) {
        return figure == Figure.SES_WOA ? SES_WOA : KEY_FIGURES;
    }
}
