package nl.buurtpuls.report.alert;

import java.math.BigDecimal;
import java.text.NumberFormat;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Objects;
import nl.buurtpuls.contract.indicator.Definition;
import nl.buurtpuls.contract.indicator.Definition.Unit;
import nl.buurtpuls.contract.indicator.Text;
import nl.buurtpuls.contract.indicator.Window;
import nl.buurtpuls.report.alert.AlertState.Resolved;
import org.jspecify.annotations.Nullable;

/** Says in a sentence or two what an alert is about. */
final class Explanation {

    private static final Explanation DUTCH = new Explanation(Locale.forLanguageTag("nl"));
    private static final Explanation ENGLISH = new Explanation(Locale.ENGLISH);

    private final Locale locale;
    private final DateTimeFormatter days;

    private Explanation(Locale locale) {
        this.locale = locale;
        this.days = DateTimeFormatter.ofPattern("d MMMM yyyy", locale);
    }

    /** In Dutch and in English. */
    static Text of(Alert alert, String areaName) {
        return new Text(DUTCH.sentence(alert, areaName), ENGLISH.sentence(alert, areaName));
    }

    private boolean isDutch() {
        return this == DUTCH;
    }

    private String either(String nl, String en) {
        return isDutch() ? nl : en;
    }

    private String sentence(Alert alert, String areaName) {
        String what = subject(alert, areaName);
        if (alert.state() instanceof Resolved over) {
            Text why = over.cause().text();
            return what + ": " + either("voorbij sinds ", "over since ") + day(over.on()) + ". "
                    + either(why.nl(), why.en());
        }
        String since = either(" sinds ", " since ") + day(alert.state().since()) + ".";
        return what + ": " + value(alert)
                + (isOnItsWayBack(alert)
                        ? lineOfRecovery(alert.rule()) + either("; signaal", "; alert")
                        : line(alert.rule()))
                + since;
    }

    /** Whether the value is past the threshold no more, and not yet past the line at which the alert is over. */
    private static boolean isOnItsWayBack(Alert alert) {
        Double value = alert.value();
        Condition condition = alert.rule().condition();
        return value != null && condition.clearAt() != null && !condition.isCrossed(value);
    }

    private String subject(Alert alert, String areaName) {
        Definition definition = alert.rule().indicator().definition();
        Text label = definition.label();
        Window window = alert.rule().indicator().window();
        return areaName + ", " + decapitalised(either(label.nl(), label.en()))
                + (window == null ? "" : " (" + period(window) + ")");
    }

    private String period(Window window) {
        return switch (window) {
            case THIRTY_DAYS -> either("30 dagen", "30 days");
            case ONE_YEAR -> either("1 jaar", "1 year");
            case FIVE_YEARS -> either("5 jaar", "5 years");
            case TEN_YEARS -> either("10 jaar", "10 years");
        };
    }

    /** Unless it begins with an abbreviation. */
    private String decapitalised(String label) {
        boolean abbreviated = label.length() > 1 && Character.isUpperCase(label.charAt(1));
        return abbreviated ? label : label.substring(0, 1).toLowerCase(locale) + label.substring(1);
    }

    private String value(Alert alert) {
        Double value = alert.value();
        if (value == null) {
            return "";
        }
        Condition condition = alert.rule().condition();
        if (condition instanceof Condition.Rank) {
            return either("plaats ", "place ") + number(value, null) + ", ";
        }
        String sign = condition instanceof Condition.Change && value > 0 ? "+" : "";
        return sign + number(value, alert.rule().indicator().definition().unit()) + ", ";
    }

    private String line(AlertRule rule) {
        Condition condition = rule.condition();
        if (condition instanceof Condition.Rank rank) {
            return either("bij de " + rank.worst() + " slechtste", "among the worst " + rank.worst());
        }
        return beyond(rule, condition.direction(), condition.threshold());
    }

    private String lineOfRecovery(AlertRule rule) {
        Condition condition = rule.condition();
        if (condition instanceof Condition.Rank rank) {
            return either("nog niet voorbij plaats ", "not yet past place ") + rank.lastPlace();
        }
        return either("nog niet ", "not yet ")
                + beyond(rule, condition.direction().opposite(), Objects.requireNonNull(condition.clearAt()));
    }

    /** A side of a line: {@code boven 25%}. */
    private String beyond(AlertRule rule, Direction direction, double line) {
        String side = direction == Direction.ABOVE ? either("boven ", "above ") : either("onder ", "below ");
        String text = side + number(line, rule.indicator().definition().unit());
        return rule.condition() instanceof Condition.Change change
                ? text + either(" verschil over ", " of change over ") + period(change.over())
                : text;
    }

    private String number(double number, @Nullable Unit unit) {
        NumberFormat form =
                unit == Unit.SHARE ? NumberFormat.getPercentInstance(locale) : NumberFormat.getInstance(locale);
        form.setMaximumFractionDigits(unit == Unit.SHARE ? 1 : 2);
        return form.format(new BigDecimal(Double.toString(number)));
    }

    private String day(LocalDate day) {
        return days.format(day);
    }
}
