package nl.buurtpuls.report.context;

import java.math.BigDecimal;
import java.util.List;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import nl.buurtpuls.contract.context.ContextFigure;

/** What a line must be to become a context figure. */
final class FigureRules {

    private static final Pattern INDICATOR = Pattern.compile("[a-z0-9]+([.-][a-z0-9]+)*");
    private static final String MOMENT = "\\d{4}(-(0[1-9]|1[0-2])(-(0[1-9]|[12]\\d|3[01]))?)?\\*?";
    private static final Pattern PERIOD =
            Pattern.compile(MOMENT + "|" + MOMENT + "/(" + MOMENT + "|\\.\\.)|\\.\\./" + MOMENT);
    private static final Pattern NUMBER = Pattern.compile("-?\\d{1,15}(\\.\\d{1,6})?");

    private static final int LONGEST_NAME = 80;
    private static final int LONGEST_TEXT = 300;

    private final Predicate<String> areas;

    /** Rules where these codes are areas. */
    FigureRules(Predicate<String> areas) {
        this.areas = areas;
    }

    /** The figure of a line's fields, which stand in the order of {@link ContextFigure#COLUMNS}. */
    ContextFigure figure(List<String> fields) throws Broken {
        for (int i = 0; i < fields.size(); i++) {
            text(ContextFigure.COLUMNS.get(i), fields.get(i));
        }
        String area = fields.get(0);
        if (!areas.test(area)) {
            throw new Broken("unknown-area", "area: there is no area " + area + ".");
        }
        return new ContextFigure(
                area,
                matching(INDICATOR, "not-an-indicator", "indicator", fields.get(1), "woz-value or trust.share"),
                matching(PERIOD, "not-a-period", "period", fields.get(2), "2022, 2022-01-01 or 2014/2024"),
                new BigDecimal(matching(NUMBER, "not-a-number", "value", fields.get(3), "203000 or -0.412")),
                fields.get(4),
                fields.get(5),
                fields.get(6),
                fields.get(7));
    }

    private static String matching(Pattern pattern, String rule, String column, String value, String example)
            throws Broken {
        if (value.length() > LONGEST_NAME || !pattern.matcher(value).matches()) {
            throw new Broken(rule, column + ": expected one such as " + example + ", got '" + shortened(value) + "'.");
        }
        return value;
    }

    private static void text(String column, String value) throws Broken {
        if (value.isBlank()) {
            throw new Broken("required", column + " is empty.");
        }
        if (value.length() > LONGEST_TEXT) {
            throw new Broken(
                    "too-long", column + " has " + value.length() + " characters, at most " + LONGEST_TEXT + ".");
        }
        if (value.chars().anyMatch(Character::isISOControl)) {
            throw new Broken("control-character", column + " holds a control character.");
        }
    }

    private static String shortened(String value) {
        return value.length() <= LONGEST_NAME ? value : value.substring(0, LONGEST_NAME) + "…";
    }
}
