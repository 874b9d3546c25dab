package nl.buurtpuls.ingest.person;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Citizen service numbers (BSN): recognising them. */
public final class Bsn {

    private static final int LENGTH = 9;
    private static final Pattern NINE_DIGITS = Pattern.compile("(?<!\\d)\\d{9}(?!\\d)");

    /** Made by machines, at random: one in some thousands holds nine digits that pass the test by chance. */
    private static final Pattern UUID = Pattern.compile("(?i)[0-9a-f]{8}-([0-9a-f]{4}-){3}[0-9a-f]{12}");

    /**
     * Other things that machines make: hexadecimal of as many digits as hashes and their like have, and a moment to the
     * nanosecond. No such length is that of another with a BSN before or behind it. Of hashes one in a hundred holds nine digits between letters that pass the test by chance, of moments
     * one in eleven.
     */
    private static final Pattern HEXADECIMAL_OR_MOMENT = Pattern.compile(
            "(?<![0-9A-Fa-f])(?=(?:[0-9A-Fa-f]{16}|[0-9A-Fa-f]{24}|[0-9A-Fa-f]{32}|[0-9A-Fa-f]{40}|[0-9A-Fa-f]{64}|[0-9A-Fa-f]{96}|[0-9A-Fa-f]{128})(?![0-9A-Fa-f]))"
                    + "([0-9a-f]+|[0-9A-F]+)(?![0-9A-Fa-f])"
                    + "|\\A\\d{4}-\\d{2}-\\d{2}[Tt]\\d{2}:\\d{2}:\\d{2}\\.\\d{9}([Zz]|[+-]\\d{2}:\\d{2})\\z");

    private Bsn() {}

    /** Whether the text is nine digits that pass the eleven test: 9a+8b+7c+6d+5e+4f+3g+2h−i is a multiple of 11. */
    public static boolean isValid(String text) {
        if (text.length() != LENGTH) {
            return false;
        }
        int sum = 0;
        for (int i = 0; i < LENGTH; i++) {
            int digit = text.charAt(i) - '0';
            if (digit < 0 || digit > 9) {
                return false;
            }
            sum += (i == LENGTH - 1 ? -1 : LENGTH - i) * digit;
        }
        return sum % 11 == 0 && !text.equals("000000000");
    }

    /** Whether a BSN stands in the text, by itself or between other characters than digits, but for a UUID. */
    public static boolean standsIn(String text) {
        if (!hasNineDigits(text)) {
            return false;
        }
        Matcher digits = NINE_DIGITS.matcher(UUID.matcher(text).replaceAll("-"));
        while (digits.find()) {
            if (isValid(digits.group())) {
                return true;
            }
        }
        return false;
    }

    /**
     * Whether a BSN stands in a context attribute, where identifiers of machines are usual. Names of persons and households
     * are not read so: those that have become pseudonyms would get another name.
     */
    public static boolean standsInAttribute(String text) {
        return hasNineDigits(text)
                && standsIn(HEXADECIMAL_OR_MOMENT.matcher(text).replaceAll("-"));
    }

    /** By hand: texts of every event come by here, and hardly any has so many. */
    private static boolean hasNineDigits(String text) {
        int digits = 0;
        for (int i = 0; i < text.length() && digits < LENGTH; i++) {
            char c = text.charAt(i);
            digits = c >= '0' && c <= '9' ? digits + 1 : 0;
        }
        return digits == LENGTH;
    }
}
