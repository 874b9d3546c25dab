package nl.buurtpuls.contract.indicator;

import static nl.buurtpuls.contract.indicator.Definitions.BRP_AND_INCOMES;
import static nl.buurtpuls.contract.indicator.Quantity.on;

import nl.buurtpuls.contract.indicator.Definition.Unit;

/** Who has little to live on, by the incomes of the year before: section 3 of the catalogue. */
final class IncomeIndicators {

    private IncomeIndicators() {}

    static void addTo(Definitions define) {
        define.stock("low-income.share", Unit.SHARE, on(Measure.LOW_INCOME), on(Measure.POPULATION), BRP_AND_INCOMES)
                .text(
                        "Aandeel inwoners met een laag inkomen",
                        "Share of residents with a low income",
                        "Deel van de inwoners met in het jaar ervoor een huishoudensinkomen in het laagste derde van"
                                + " Nederland.",
                        "Part of the residents whose household income in the year before was in the lowest third of"
                                + " the country.");
        define.stock(
                        "social-minimum-120.households",
                        Unit.HOUSEHOLDS,
                        on(Measure.MINIMUM_HOUSEHOLDS),
                        null,
                        BRP_AND_INCOMES)
                .text(
                        "Huishoudens tot 120% van het sociaal minimum",
                        "Households up to 120% of the social minimum",
                        "Huishoudens met in het jaar ervoor een inkomen tot 120% van het sociaal minimum.",
                        "Households with an income of at most 120% of the social minimum in the year before.");
        define.stock(
                        "social-minimum-120.households.share",
                        Unit.SHARE,
                        on(Measure.MINIMUM_HOUSEHOLDS),
                        on(Measure.HOUSEHOLDS),
                        BRP_AND_INCOMES)
                .text(
                        "Aandeel huishoudens tot 120% van het sociaal minimum",
                        "Share of households up to 120% of the social minimum",
                        "Deel van de huishoudens met in het jaar ervoor een inkomen tot 120% van het sociaal minimum.",
                        "Part of the households with an income of at most 120% of the social minimum in the year"
                                + " before.");
        define.stock(
                        "social-minimum-120.long-term.households.share",
                        Unit.SHARE,
                        on(Measure.LONG_TERM_MINIMUM_HOUSEHOLDS),
                        on(Measure.HOUSEHOLDS),
                        BRP_AND_INCOMES)
                .text(
                        "Aandeel huishoudens langdurig tot 120% van het sociaal minimum",
                        "Share of households up to 120% of the social minimum for long",
                        "Deel van de huishoudens met een lid dat in elk van de vier jaren ervoor een inkomen had tot"
                                + " 120% van het sociaal minimum.",
                        "Part of the households with a member who had an income of at most 120% of the social minimum"
                                + " in each of the four years before.");
    }
}
