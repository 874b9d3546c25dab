package nl.buurtpuls.contract.event;

import java.util.List;

/** Who owns a dwelling and lives in it on what terms. */
public enum Tenure {
    HOUSING_CORPORATION("housing-corporation"),
    PRIVATE_RENTAL("private-rental"),
    OWNER_OCCUPIED("owner-occupied"),
    UNKNOWN("unknown");

    /** Those that figures tell apart, in order. */
    public static final List<Tenure> KNOWN = List.of(HOUSING_CORPORATION, PRIVATE_RENTAL, OWNER_OCCUPIED);

    private final String code;

    Tenure(String code) {
        this.code = code;
    }

    public String code() {
        return code;
    }
}
