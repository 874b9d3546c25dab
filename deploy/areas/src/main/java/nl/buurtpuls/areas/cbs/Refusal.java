package nl.buurtpuls.areas.cbs;

import org.jspecify.annotations.Nullable;

/**
 * What was not taken.
 *
 * @param line where it stands in the file, from 1
 * @param column the header of the one figure that was refused; {@code null} if the line was
 */
public record Refusal(int line, @Nullable String column, String reason) {

    static Refusal ofLine(int line, String reason) {
        return new Refusal(line, null, reason);
    }

    /** As it is told. */
    public String told() {
        return "line " + line + (column == null ? "" : ", column " + column) + ": " + reason;
    }
}
