package nl.buurtpuls.contract.indicator;

import static nl.buurtpuls.contract.indicator.Definitions.DWELLING_REGISTER;
import static nl.buurtpuls.contract.indicator.Quantity.on;
import static nl.buurtpuls.contract.indicator.Quantity.sum;

import nl.buurtpuls.contract.event.Tenure;
import nl.buurtpuls.contract.indicator.Definition.Unit;

/** The dwellings of an area. */
final class DwellingIndicators {

    private final Definitions define;

    private DwellingIndicators(Definitions define) {
        this.define = define;
    }

    static void addTo(Definitions define) {
        new DwellingIndicators(define).dwellings();
    }

    private void dwellings() {
        Quantity all = sum(Measure.DWELLINGS.dimensions().stream()
                .map(tenure -> on(Measure.DWELLINGS, tenure))
                .toArray(Quantity[]::new));
        define.stock("dwellings", Unit.DWELLINGS, all, null, DWELLING_REGISTER)
                .text(
                        "Woningen",
                        "Dwellings",
                        "Geregistreerde woningen, ook leegstaande.",
                        "Registered dwellings, empty ones too.");
        for (Tenure tenure : Tenure.values()) {
            Text name = nameOf(tenure);
            define.stock(
                            "dwellings." + tenure.code() + ".share",
                            Unit.SHARE,
                            on(Measure.DWELLINGS, tenure.code()),
                            all,
                            DWELLING_REGISTER)
                    .text(
                            "Aandeel woningen: " + name.nl(),
                            "Share of dwellings: " + name.en(),
                            "Deel van de geregistreerde woningen met eigendom: " + name.nl() + ".",
                            "Part of the registered dwellings with tenure: " + name.en() + ".");
        }
        define.stock(
                        "dwellings.woz-value.mean",
                        Unit.EUR,
                        on(Measure.DWELLINGS_WOZ_VALUE),
                        on(Measure.DWELLINGS_VALUED),
                        DWELLING_REGISTER)
                .text(
                        "Gemiddelde WOZ-waarde",
                        "Mean WOZ value",
                        "Gemiddelde van de bekende WOZ-waarden, in euro.",
                        "Mean of the known WOZ values, in EUR.");
    }

    static Text nameOf(Tenure tenure) {
        return switch (tenure) {
            case HOUSING_CORPORATION -> new Text("woningcorporatie", "housing corporation");
            case PRIVATE_RENTAL -> new Text("particuliere huur", "private rental");
            case OWNER_OCCUPIED -> new Text("koop", "owner-occupied");
            case UNKNOWN -> new Text("onbekend", "unknown");
        };
    }
}
