package nl.buurtpuls.areas.file;

import org.jspecify.annotations.Nullable;

/**
 * What was not taken.
 *
 * @param number which line or feature of the file, from 1
 * @param column the header of the one figure that was refused; {@code null} if all of it was
 */
public record Refusal(int number, @Nullable String column, String reason) {

    /** A whole line or feature. */
    public static Refusal of(int number, String reason) {
        return new Refusal(number, null, reason);
    }

    /** As it is told, of a {@code line} or a {@code feature}. */
    public String told(String unit) {
        return unit + " " + number + (column == null ? "" : ", column " + column) + ": " + reason;
    }
}
