package nl.buurtpuls.report.alert;

import java.math.BigDecimal;
import java.text.NumberFormat;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import nl.buurtpuls.contract.indicator.Definition;
import nl.buurtpuls.contract.indicator.Definition.Unit;
import nl.buurtpuls.contract.indicator.Text;
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
        return what + ": " + value(alert) + line(alert.rule()) + either(" sinds ", " since ")
                + day(alert.state().since()) + ".";
    }

    private String subject(Alert alert, String areaName) {
        Definition definition = alert.rule().indicator().definition();
        Text label = definition.label();
        String window = alert.rule().indicator().window() == null
                ? ""
                : " (" + alert.rule().indicator().window().code() + ")";
        return areaName + ", " + decapitalised(either(label.nl(), label.en())) + window;
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
        Unit unit = rule.indicator().definition().unit();
        Condition condition = rule.condition();
        if (condition instanceof Condition.Rank rank) {
            return either("bij de " + rank.worst() + " slechtste", "among the worst " + rank.worst());
        }
        String side =
                condition.direction() == Direction.ABOVE ? either("boven ", "above ") : either("onder ", "below ");
        String line = side + number(condition.threshold(), unit);
        return condition instanceof Condition.Change change
                ? line
                        + either(" verschil over ", " of change over ")
                        + change.over().code()
                : line;
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
