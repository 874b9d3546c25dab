package nl.buurtpuls.report.alert;

import java.util.Locale;

/** Which side of a line is the wrong one. */
enum Direction {
    ABOVE {
        @Override
        boolean isBeyond(double value, double line) {
            return value > line;
        }
    },
    BELOW {
        @Override
        boolean isBeyond(double value, double line) {
            return value < line;
        }
    };

    /** Whether a value lies strictly on the wrong side of the line. */
    abstract boolean isBeyond(double value, double line);

    Direction opposite() {
        return this == ABOVE ? BELOW : ABOVE;
    }

    String code() {
        return name().toLowerCase(Locale.ROOT);
    }
}
