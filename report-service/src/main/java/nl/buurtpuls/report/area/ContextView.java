package nl.buurtpuls.report.area;

import java.math.BigDecimal;
import nl.buurtpuls.contract.context.ContextFigure;
import nl.buurtpuls.contract.indicator.Text;
import nl.buurtpuls.report.indicator.Language;

/**
 * A context figure as callers read it.
 *
 * @param value as published, in {@code unit}
 */
public record ContextView(
        String area, String indicator, String label, String period, BigDecimal value, String unit, String source) {

    /** The figure with its label in a language. */
    public static ContextView of(ContextFigure figure, Language language) {
        return new ContextView(
                figure.area(),
                figure.indicator(),
                language.of(new Text(figure.labelNl(), figure.labelEn())),
                figure.period(),
                figure.value(),
                figure.unit(),
                figure.source());
    }
}
