package nl.buurtpuls.report.startrapport;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.text.NumberFormat;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import nl.buurtpuls.contract.indicator.Definition.Unit;
import nl.buurtpuls.report.indicator.Language;
import org.jspecify.annotations.Nullable;

/** How numbers and dates read in a language: {@code 1.251} and {@code 31%} in Dutch. */
public final class Wording {

    private static final String MINUS = "\u2212";
    /** Between a number and what belongs to it, so that they stay on one line. */
    private static final String BOUND = "\u00A0";

    private final Language language;
    private final Locale locale;

    Wording(Language language) {
        this.language = language;
        this.locale = language == Language.NL ? Locale.forLanguageTag("nl-NL") : Locale.UK;
    }

    Language language() {
        return language;
    }

    String choose(String dutch, String english) {
        return language == Language.NL ? dutch : english;
    }

    /** A value in a unit. A share has two significant digits, which is as precise as a reader can use: 31%, 8,6%. */
    String value(Number value, Unit unit) {
        double number = value.doubleValue();
        return switch (unit) {
            case SHARE -> decimals(number * 100, Math.abs(number) < 0.0995 && number != 0 ? 1 : 0) + "%";
            case EUR -> "€" + (language == Language.NL ? BOUND : "") + decimals(number, 0);
            case RATE, NUMBER -> decimals(number, 2);
            case PERSONS, HOUSEHOLDS, MOVES, DWELLINGS -> decimals(number, 0);
        };
    }

    /** The same, but shares in tenths of a percent: to be set against another. */
    String precise(Number value, Unit unit) {
        return unit == Unit.SHARE ? decimals(value.doubleValue() * 100, 1) + "%" : value(value, unit);
    }

    /** How much more one value is than another, with its sign. */
    String difference(Number difference, Unit unit) {
        double number = unit == Unit.SHARE ? difference.doubleValue() * 100 : difference.doubleValue();
        int places = unit == Unit.SHARE ? 1 : 0;
        String size = decimals(Math.abs(number), places);
        String text = size.equals(decimals(0, places)) ? size : (number > 0 ? "+" : MINUS) + size;
        return unit == Unit.SHARE ? text + " " + choose("procentpunt", "percentage points") : text;
    }

    /** A number that someone published, with the decimals it was published with. */
    String published(BigDecimal value, String unit) {
        String number = decimals(
                value.doubleValue(), Math.max(0, value.stripTrailingZeros().scale()));
        return switch (unit) {
            case "%" -> number + "%";
            case "EUR" -> "€" + (language == Language.NL ? BOUND : "") + number;
            case "rank" -> number;
            default -> number + BOUND + unit(unit);
        };
    }

    private String unit(String unit) {
        return switch (unit) {
            case "households" -> choose("huishoudens", unit);
            case "persons" -> choose("personen", unit);
            case "years" -> choose("jaar", unit);
            case "full-time posts" -> choose("voltijdbanen", unit);
            default -> unit;
        };
    }

    /** A whole number: {@code 1.251}. */
    public String count(double number) {
        return decimals(number, 0);
    }

    /** What a value is counted from: {@code 1.251 van 4.058}. */
    public @Nullable String counted(@Nullable Number numerator, @Nullable Number denominator) {
        if (numerator == null || denominator == null) {
            return null;
        }
        return decimals(numerator.doubleValue(), 0) + " " + choose("van", "of") + " "
                + decimals(denominator.doubleValue(), 0);
    }

    /** A whole date: {@code 1 oktober 2023}. */
    public String date(LocalDate date) {
        return DateTimeFormatter.ofPattern("d" + BOUND + "MMMM" + BOUND + "yyyy", locale)
                .format(date);
    }

    /** A date where there is little room: {@code 1-10-2023}. */
    String shortDate(LocalDate date) {
        return language == Language.NL
                ? DateTimeFormatter.ofPattern("d-M-yyyy", locale).format(date)
                : DateTimeFormatter.ofPattern("d" + BOUND + "MMM" + BOUND + "yyyy", locale)
                        .format(date);
    }

    /** The day of a stock, or the first and last day of a window whose eve is {@code from}. */
    public String moment(@Nullable LocalDate from, LocalDate date) {
        return from == null
                ? shortDate(date)
                : shortDate(from.plusDays(1)) + " " + choose("t/m", "to") + " " + shortDate(date);
    }

    /** A text as it begins a line. */
    String capital(String text) {
        return text.substring(0, 1).toUpperCase(locale) + text.substring(1);
    }

    /** A period as sources name it, ISO 8601: {@code ../2024} is some time up to 2024. */
    String period(String period) {
        if (period.startsWith("../")) {
            String until = period.substring(3);
            return choose(until + " of eerder", until + " or before");
        }
        return period.replace("/", "–");
    }

    private String decimals(double number, int places) {
        NumberFormat format = NumberFormat.getNumberInstance(locale);
        format.setRoundingMode(RoundingMode.HALF_UP);
        format.setMinimumFractionDigits(places);
        format.setMaximumFractionDigits(places);
        String text = format.format(BigDecimal.valueOf(number));
        return text.replace("-", MINUS);
    }
}
