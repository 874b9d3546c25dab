package nl.buurtpuls.oracle;

import java.util.Set;
import nl.buurtpuls.contract.event.Scheme;

/** The one group that an adult is in for indices of many groups, the first that fits. */
public enum NaiveGroup {
    SOCIAL_ASSISTANCE("social-assistance"),
    DISABILITY("disability"),
    UNEMPLOYMENT("unemployment"),
    OTHER("other"),
    /** No scheme runs. */
    NONE("none");

    private final String code;

    NaiveGroup(String code) {
        this.code = code;
    }

    public String code() {
        return code;
    }

    static NaiveGroup of(Set<Scheme> running) {
        if (running.contains(Scheme.SOCIAL_ASSISTANCE)) {
            return SOCIAL_ASSISTANCE;
        }
        if (running.contains(Scheme.DISABILITY)) {
            return DISABILITY;
        }
        if (running.contains(Scheme.UNEMPLOYMENT)) {
            return UNEMPLOYMENT;
        }
        return running.contains(Scheme.OTHER) ? OTHER : NONE;
    }
}
