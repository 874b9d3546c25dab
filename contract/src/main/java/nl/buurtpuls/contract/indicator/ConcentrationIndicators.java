package nl.buurtpuls.contract.indicator;

import static nl.buurtpuls.contract.indicator.Definitions.BRP_AND_BENEFITS;
import static nl.buurtpuls.contract.indicator.Quantity.on;

import java.util.function.ToDoubleFunction;
import nl.buurtpuls.contract.indicator.Definition.Unit;
import nl.buurtpuls.contract.segregation.PlainIndices;

/** How recipients are spread over an area and its municipality: section 4 of the catalogue, for one group of schemes. */
final class ConcentrationIndicators {

    /** Part of the adults of a buurt from which it counts as one of concentration. */
    private static final double HYPERCONCENTRATION = 0.2;

    private final Definitions define;

    private ConcentrationIndicators(Definitions define) {
        this.define = define;
    }

    static void addTo(Definitions define) {
        ConcentrationIndicators section = new ConcentrationIndicators(define);
        for (BenefitGroup group : BenefitGroup.values()) {
            section.concentration(group);
        }
    }

    private void concentration(BenefitGroup group) {
        Text name = group.label();
        Quantity recipients = group.of(Measure.ADULT_RECIPIENTS);
        Quantity adults = on(Measure.ADULTS);
        define.stock(
                        group.code() + ".location-quotient",
                        Unit.NUMBER,
                        new Formula.LocationQuotient(recipients, adults),
                        BRP_AND_BENEFITS)
                .text(
                        "Locatiequotiënt: " + name.nl(),
                        "Location quotient: " + name.en(),
                        "Het deel van de volwassenen met een uitkering (" + name.nl() + ") in het gebied, gedeeld door"
                                + " dat in de gemeente.",
                        "The part of the adults with a benefit (" + name.en() + ") in the area over that in the"
                                + " municipality.");
        define.stock(
                        group.code() + ".hyperconcentration",
                        Unit.SHARE,
                        new Formula.Ratio(
                                new Quantity.InBuurtenWhere(
                                        group.of(Measure.RECIPIENTS), recipients, adults, HYPERCONCENTRATION),
                                group.of(Measure.RECIPIENTS),
                                true),
                        BRP_AND_BENEFITS)
                .text(
                        "Hyperconcentratie: " + name.nl(),
                        "Hyperconcentration: " + name.en(),
                        "Deel van de ontvangers (" + name.nl() + ") dat woont in buurten waar ten minste 20% van de"
                                + " volwassenen ontvangt.",
                        "Part of the recipients (" + name.en() + ") who live in buurten where at least 20% of the"
                                + " adults are recipients.");
        index(
                group,
                "dissimilarity",
                PlainIndices::dissimilarity,
                new Text("Dissimilariteit (D)", "Dissimilarity (D)"),
                new Text(
                        "deel van de ontvangers dat naar een andere buurt zou moeten verhuizen"
                                + " voor een gelijke spreiding over de volwassenen",
                        "part of the recipients who would have to move to another buurt to be spread"
                                + " evenly over the adults"));
        index(
                group,
                "isolation",
                PlainIndices::isolation,
                new Text("Isolatie (xPx)", "Isolation (xPx)"),
                new Text(
                        "deel ontvangers onder de volwassenen in de buurt van een ontvanger",
                        "part of recipients among the adults in a recipient's buurt"));
        index(
                group,
                "theil",
                PlainIndices::theil,
                new Text("Theils H", "Theil's H"),
                new Text(
                        "hoeveel minder gemengd de buurten zijn dan het gebied als geheel",
                        "how much less mixed the buurten are than the area as a whole"));
        index(
                group,
                "gini",
                PlainIndices::gini,
                new Text("Gini", "Gini"),
                new Text(
                        "ongelijkheid van het deel ontvangers over de buurten",
                        "inequality of the part of recipients over the buurten"));
    }

    private void index(
            BenefitGroup group, String index, ToDoubleFunction<PlainIndices> value, Text shortName, Text meaning) {
        Text name = group.label();
        define.stock(
                        group.code() + "." + index,
                        Unit.NUMBER,
                        new Formula.OverBuurten(index, value, group.of(Measure.ADULT_RECIPIENTS), on(Measure.ADULTS)),
                        BRP_AND_BENEFITS)
                .text(
                        shortName.nl() + ": " + name.nl(),
                        shortName.en() + ": " + name.en(),
                        shortName.nl() + ": " + meaning.nl() + " (" + name.nl() + ").",
                        shortName.en() + ": " + meaning.en() + " (" + name.en() + ").");
    }
}
