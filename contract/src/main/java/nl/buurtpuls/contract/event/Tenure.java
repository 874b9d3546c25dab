package nl.buurtpuls.contract.event;

/** Who owns a dwelling and lives in it on what terms. */
public enum Tenure {
    HOUSING_CORPORATION("housing-corporation"),
    PRIVATE_RENTAL("private-rental"),
    OWNER_OCCUPIED("owner-occupied"),
    UNKNOWN("unknown");

    private final String code;

    Tenure(String code) {
        this.code = code;
    }

    public String code() {
        return code;
    }
}
