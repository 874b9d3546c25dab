package nl.buurtpuls.contract.problem;

import java.util.regex.Pattern;

/** What may be a citizen service number (BSN): a caller that has put one into a path is not told it again. */
public final class NineDigits {

    private static final Pattern ALONE = Pattern.compile("(?<!\\d)\\d{9}(?!\\d)");

    private NineDigits() {}

    /** The text with nine digits in a row blotted out. */
    public static String blot(String text) {
        return ALONE.matcher(text).replaceAll("*********");
    }
}
