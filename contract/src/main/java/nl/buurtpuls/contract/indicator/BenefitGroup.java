package nl.buurtpuls.contract.indicator;

import java.util.Set;
import nl.buurtpuls.contract.event.Scheme;

/** The schemes, or unions of them, that figures are about. */
public enum BenefitGroup {
    SOCIAL_ASSISTANCE("social-assistance", "bijstand", "social assistance", Set.of(Scheme.SOCIAL_ASSISTANCE)),
    DISABILITY("disability", "arbeidsongeschiktheid", "disability", Set.of(Scheme.DISABILITY)),
    UNEMPLOYMENT("unemployment", "werkloosheid", "unemployment", Set.of(Scheme.UNEMPLOYMENT)),
    ANY("any", "een uitkering", "any scheme", Set.of(Scheme.values()));

    private final String code;
    private final Text label;
    private final Set<Scheme> schemes;

    BenefitGroup(String code, String dutch, String english, Set<Scheme> schemes) {
        this.code = code;
        this.label = new Text(dutch, english);
        this.schemes = schemes;
    }

    public String code() {
        return code;
    }

    public Text label() {
        return label;
    }

    public Set<Scheme> schemes() {
        return schemes;
    }
}
