package nl.buurtpuls.contract.indicator;

import java.util.List;
import java.util.Optional;

/**
 * All indicators. Each is one definition: name, formula and texts, in the section it belongs to.
 *
 * @see PopulationIndicators
 * @see DwellingIndicators
 * @see BenefitIndicators
 * @see ArrivalIndicators
 * @see IncomeIndicators
 * @see ConcentrationIndicators
 */
public final class Catalogue {

    private static final Definitions ALL = new Definitions();

    static {
        PopulationIndicators.addTo(ALL);
        DwellingIndicators.addTo(ALL);
        BenefitIndicators.addTo(ALL);
        ArrivalIndicators.addTo(ALL);
        IncomeIndicators.addTo(ALL);
        ConcentrationIndicators.addTo(ALL);
    }

    private Catalogue() {}

    /** What each figure means, in the order of the catalogue. */
    public static List<Definition> definitions() {
        return List.copyOf(ALL.definitions());
    }

    /** Every figure that a snapshot has; a flow's year also under its name without a window. */
    public static Iterable<Indicator> indicators() {
        return ALL.indicators().values();
    }

    public static Optional<Indicator> find(String id) {
        return Optional.ofNullable(ALL.indicators().get(id));
    }
}
