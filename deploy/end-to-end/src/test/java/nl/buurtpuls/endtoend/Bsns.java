package nl.buurtpuls.endtoend;

import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Citizen service numbers, none of them twice, and a look-out for those that were given. */
final class Bsns {

    private static final Pattern NINE_DIGITS = Pattern.compile("(?<!\\d)\\d{9}(?!\\d)");

    private final Set<String> given = new TreeSet<>();
    private int last = 817_263_540;

    /** One that passes the eleven test. */
    String next() {
        do {
            last++;
        } while (remainder(last) != 0);
        return give(last);
    }

    /** One that does not. */
    String wrong() {
        do {
            last++;
        } while (remainder(last) == 0);
        return give(last);
    }

    private String give(int number) {
        String text = Integer.toString(number);
        given.add(text);
        return text;
    }

    /** Of 9a+8b+7c+6d+5e+4f+3g+2h−i, by eleven. */
    private static int remainder(int number) {
        int sum = -(number % 10);
        int rest = number / 10;
        for (int weight = 2; weight <= 9; weight++) {
            sum += weight * (rest % 10);
            rest /= 10;
        }
        return Math.floorMod(sum, 11);
    }

    /** Those of all that were given which stand in a text. */
    Set<String> in(String text) {
        Set<String> found = new TreeSet<>();
        Matcher digits = NINE_DIGITS.matcher(text);
        while (digits.find()) {
            if (given.contains(digits.group())) {
                found.add(digits.group());
            }
        }
        return found;
    }
}
