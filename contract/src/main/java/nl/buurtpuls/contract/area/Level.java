package nl.buurtpuls.contract.area;

import java.util.Arrays;
import java.util.Optional;

/** Levels of area, from small to large. */
public enum Level {
    BUURT("buurt"),
    WIJK("wijk"),
    /** A programme area inside a municipality, such as Heerlen-Noord. */
    GROUP("group"),
    MUNICIPALITY("municipality"),
    REGION("region"),
    PROVINCE("province"),
    COUNTRY("country");

    private final String code;

    Level(String code) {
        this.code = code;
    }

    public String code() {
        return code;
    }

    public static Optional<Level> of(String code) {
        return Arrays.stream(values()).filter(level -> level.code.equals(code)).findFirst();
    }
}
