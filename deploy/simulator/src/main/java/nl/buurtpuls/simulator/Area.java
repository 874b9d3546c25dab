package nl.buurtpuls.simulator;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import nl.buurtpuls.contract.area.AreaTable;

/** Which municipalities to make. */
public enum Area {
    HEERLEN(Area.HEERLEN_CODE),
    PARKSTAD("RG-PARKSTAD"),
    LIMBURG("PV31"),
    NETHERLANDS("NL");

    static final String HEERLEN_CODE = "GM0917";

    private final String code;

    Area(String code) {
        this.code = code;
    }

    /** Codes of the municipalities, in order. */
    List<String> municipalities() {
        return this == HEERLEN ? List.of(code) : AreaTable.shipped().municipalitiesIn(code);
    }

    /**
     * The area of this name.
     *
     * @throws IllegalArgumentException naming the option and its values, if there is none
     */
    public static Area of(String name) {
        for (Area area : values()) {
            if (area.option().equals(name)) {
                return area;
            }
        }
        String names = Arrays.stream(values()).map(Area::option).collect(Collectors.joining(", "));
        throw new IllegalArgumentException("--area must be one of " + names + ", is " + name);
    }

    private String option() {
        return name().toLowerCase(Locale.ROOT);
    }
}
