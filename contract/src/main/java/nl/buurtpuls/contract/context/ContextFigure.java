package nl.buurtpuls.contract.context;

import java.math.BigDecimal;
import java.util.List;

/**
 * A figure about an area that someone else has published. One area, indicator and period have one figure.
 *
 * @param area code
 * @param indicator lower case, words joined by {@code -}, parts by {@code .}: {@code woz-value}
 * @param period what the figure is of: a year, a date, or two with a {@code /} between, as in ISO 8601; {@code *} at the end
 *     while provisional
 * @param value as published, in {@code unit}
 * @param unit {@code %}, {@code EUR}, {@code years}, {@code persons}
 * @param source who published it, and where
 * @param labelNl what it is, in Dutch
 * @param labelEn the same in English
 */
public record ContextFigure(
        String area,
        String indicator,
        String period,
        BigDecimal value,
        String unit,
        String source,
        String labelNl,
        String labelEn) {

    /** The header of the CSV form: one figure a line, comma between fields, fields as in RFC 4180, UTF-8. */
    public static final List<String> COLUMNS =
            List.of("area", "indicator", "period", "value", "unit", "source", "label_nl", "label_en");

    /** The fields of its line, in the order of {@link #COLUMNS}. */
    public List<String> fields() {
        return List.of(area, indicator, period, value.toPlainString(), unit, source, labelNl, labelEn);
    }
}
