package nl.buurtpuls.contract.indicator;

import java.util.ArrayList;
import java.util.List;
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

    /** A stock whose dimensions are the schemes, of this group: for any scheme, their sum less their overlap. */
    public Quantity of(Measure measure) {
        return of(measure, "");
    }

    /** The same for one class of a measure whose dimensions are the schemes by some classes. */
    Quantity of(Measure measure, String suffix) {
        Quantity[] each = schemes.stream()
                .sorted()
                .map(scheme -> Quantity.on(measure, scheme.code() + suffix))
                .toArray(Quantity[]::new);
        return each.length == 1 ? each[0] : Quantity.sum(each).minus(Quantity.on(measure, Measure.OVERLAP + suffix));
    }

    /**
     * The adults, each in one group: by the first running of social assistance, disability, unemployment and other, in
     * this order; the last are those with none.
     */
    public static List<Quantity> adultsByFirstScheme() {
        List<Quantity> groups = new ArrayList<>();
        for (Scheme scheme : Scheme.values()) {
            Quantity recipients = Quantity.on(Measure.ADULT_RECIPIENTS, scheme.code());
            groups.add(
                    groups.isEmpty()
                            ? recipients
                            : recipients.minus(Quantity.on(Measure.ADULTS_COUNTED_BEFORE, scheme.code())));
        }
        groups.add(Quantity.on(Measure.ADULTS).minus(ANY.of(Measure.ADULT_RECIPIENTS)));
        return List.copyOf(groups);
    }
}
