package nl.buurtpuls.contract.event;

/** Benefit schemes. */
public enum Scheme {
    /** Bijstand. */
    SOCIAL_ASSISTANCE("social-assistance"),
    /** WIA, WAO, WAZ, Wajong. */
    DISABILITY("disability"),
    /** WW. */
    UNEMPLOYMENT("unemployment"),
    OTHER("other");

    private final String code;

    Scheme(String code) {
        this.code = code;
    }

    public String code() {
        return code;
    }
}
