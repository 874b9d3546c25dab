package nl.buurtpuls.contract.indicator;

import static nl.buurtpuls.contract.indicator.Definitions.BRP_AND_BENEFITS;
import static nl.buurtpuls.contract.indicator.Quantity.inMunicipality;
import static nl.buurtpuls.contract.indicator.Quantity.on;
import static nl.buurtpuls.contract.indicator.Quantity.sum;

import java.util.List;
import java.util.stream.Stream;
import nl.buurtpuls.contract.area.OriginClass;
import nl.buurtpuls.contract.event.Tenure;
import nl.buurtpuls.contract.indicator.Definition.Unit;

/** Who receives a benefit, for how long, since when and where: section 2 of the catalogue, for one group of schemes. */
final class BenefitIndicators {

    private final Definitions define;

    private BenefitIndicators(Definitions define) {
        this.define = define;
    }

    static void addTo(Definitions define) {
        BenefitIndicators section = new BenefitIndicators(define);
        for (BenefitGroup group : BenefitGroup.values()) {
            section.benefits(group);
            section.durations(group);
            section.settlement(group);
            section.tenures(group);
        }
    }

    private void benefits(BenefitGroup group) {
        String s = group.code();
        Text name = group.label();
        define.stock(s + ".recipients", Unit.PERSONS, group.of(Measure.RECIPIENTS), null, BRP_AND_BENEFITS)
                .text(
                        "Ontvangers: " + name.nl(),
                        "Recipients: " + name.en(),
                        "Inwoners met een lopende uitkering (" + name.nl() + ").",
                        "Residents with a running benefit (" + name.en() + ").");
        define.stock(
                        s + ".recipients.share",
                        Unit.SHARE,
                        group.of(Measure.ADULT_RECIPIENTS),
                        on(Measure.ADULTS),
                        BRP_AND_BENEFITS)
                .text(
                        "Aandeel ontvangers: " + name.nl(),
                        "Share of recipients: " + name.en(),
                        "Deel van de volwassenen met een lopende uitkering (" + name.nl() + ").",
                        "Part of the adults with a running benefit (" + name.en() + ").");
        define.stock(s + ".minors", Unit.PERSONS, group.of(Measure.RECIPIENT_HOUSEHOLD_MINORS), null, BRP_AND_BENEFITS)
                .text(
                        "Kinderen in een huishouden met " + name.nl(),
                        "Minors in a household with " + name.en(),
                        "Inwoners jonger dan 18 in een huishouden met een ontvanger (" + name.nl() + ").",
                        "Residents under 18 in a household with a recipient (" + name.en() + ").");
        define.stock(
                        s + ".minors.share",
                        Unit.SHARE,
                        group.of(Measure.RECIPIENT_HOUSEHOLD_MINORS),
                        on(Measure.MINORS),
                        BRP_AND_BENEFITS)
                .text(
                        "Aandeel kinderen in een huishouden met " + name.nl(),
                        "Share of minors in a household with " + name.en(),
                        "Deel van de inwoners jonger dan 18 in een huishouden met een ontvanger (" + name.nl() + ").",
                        "Part of the residents under 18 in a household with a recipient (" + name.en() + ").");
        define.stock(s + ".households", Unit.HOUSEHOLDS, group.of(Measure.RECIPIENT_HOUSEHOLDS), null, BRP_AND_BENEFITS)
                .text(
                        "Huishoudens met " + name.nl(),
                        "Households with " + name.en(),
                        "Huishoudens met een ontvanger (" + name.nl() + ").",
                        "Households with a recipient (" + name.en() + ").");
        define.stock(
                        s + ".households.share",
                        Unit.SHARE,
                        group.of(Measure.RECIPIENT_HOUSEHOLDS),
                        on(Measure.HOUSEHOLDS),
                        BRP_AND_BENEFITS)
                .text(
                        "Aandeel huishoudens met " + name.nl(),
                        "Share of households with " + name.en(),
                        "Deel van de huishoudens met een ontvanger (" + name.nl() + ").",
                        "Part of the households with a recipient (" + name.en() + ").");
        define.stock(
                        s + ".persons",
                        Unit.PERSONS,
                        group.of(Measure.RECIPIENT_HOUSEHOLD_PERSONS),
                        null,
                        BRP_AND_BENEFITS)
                .text(
                        "Personen in een huishouden met " + name.nl(),
                        "Persons in a household with " + name.en(),
                        "Inwoners van huishoudens met een ontvanger (" + name.nl() + ").",
                        "Residents of households with a recipient (" + name.en() + ").");
        define.stock(
                        s + ".share-of-municipality",
                        Unit.SHARE,
                        group.of(Measure.RECIPIENTS),
                        inMunicipality(group.of(Measure.RECIPIENTS)),
                        BRP_AND_BENEFITS)
                .text(
                        "Aandeel in de ontvangers van de gemeente: " + name.nl(),
                        "Part of the municipality's recipients: " + name.en(),
                        "Deel van de ontvangers in de gemeente dat in dit gebied woont (" + name.nl() + ").",
                        "Part of the municipality's recipients who live in this area (" + name.en() + ").");
    }

    private void durations(BenefitGroup group) {
        Quantity middle = group.of(Measure.RECIPIENTS_2Y_TO_5Y);
        Quantity longest = group.of(Measure.RECIPIENTS_OVER_5Y);
        duration(
                group,
                "under-2y",
                group.of(Measure.RECIPIENTS).minus(sum(middle, longest)),
                new Text("korter dan 2 jaar", "less than 2 years"));
        duration(group, "2y-to-5y", middle, new Text("2 tot 5 jaar", "2 to 5 years"));
        duration(group, "over-5y", longest, new Text("5 jaar of langer", "5 years or more"));
    }

    private void duration(BenefitGroup group, String band, Quantity recipients, Text length) {
        Text name = group.label();
        withShare(
                group.code() + ".duration." + band,
                recipients,
                allRecipients(group),
                new Text(name.nl() + ", " + length.nl(), name.en() + ", " + length.en()),
                new Text(
                        "Ontvangers (" + name.nl() + ") van wie de lopende periode " + length.nl() + " duurt",
                        "Recipients (" + name.en() + ") whose running spell has lasted " + length.en()));
    }

    private void settlement(BenefitGroup group) {
        String s = group.code();
        Text name = group.label();
        List<Quantity> byOrigin = Stream.of(OriginClass.values())
                .map(origin -> group.of(Measure.SETTLED_RECIPIENTS, ":" + origin.code()))
                .toList();
        Quantity settled = sum(byOrigin.toArray(Quantity[]::new));
        withShare(
                s + ".since-settlement",
                settled,
                allRecipients(group),
                new Text(name.nl() + " sinds vestiging", name.en() + " since settlement"),
                new Text(
                        "Ontvangers (" + name.nl() + ") van wie de lopende periode begon binnen 31 dagen na de laatste"
                                + " vestiging in de gemeente, of toen al liep",
                        "Recipients (" + name.en() + ") whose running spell began within 31 days after they last"
                                + " settled in the municipality, or ran already"));
        for (OriginClass origin : OriginClass.values()) {
            if (origin != OriginClass.UNKNOWN) {
                Text from = nameOf(origin);
                withShare(
                        s + ".since-settlement.from." + origin.code(),
                        byOrigin.get(origin.ordinal()),
                        new Whole(settled, new Text("ontvangers sinds vestiging", "recipients since settlement")),
                        new Text(
                                name.nl() + " sinds vestiging, " + from.nl(),
                                name.en() + " since settlement, " + from.en()),
                        new Text(
                                "Ontvangers (" + name.nl() + ") sinds vestiging die kwamen " + from.nl(),
                                "Recipients (" + name.en() + ") since settlement who came " + from.en()));
            }
        }
        Quantity fromMunicipalities =
                sum(Stream.of(OriginClass.SAME_REGION, OriginClass.SAME_PROVINCE, OriginClass.REST_OF_COUNTRY)
                        .map(origin -> byOrigin.get(origin.ordinal()))
                        .toArray(Quantity[]::new));
        define.stock(
                        s + ".since-settlement.from.positive-ses.share",
                        Unit.SHARE,
                        group.of(Measure.SETTLED_RECIPIENTS_POSITIVE_SES),
                        fromMunicipalities,
                        BRP_AND_BENEFITS)
                .text(
                        name.nl() + " sinds vestiging, uit welvarender gemeenten",
                        name.en() + " since settlement, from better-off municipalities",
                        "Deel van de ontvangers (" + name.nl() + ") sinds vestiging uit een gemeente, die kwamen uit"
                                + " een gemeente met een SES-WOA-score boven 0.",
                        "Part of the recipients (" + name.en() + ") since settlement from a municipality who came"
                                + " from one with a SES-WOA score above 0.");
    }

    private static Text nameOf(OriginClass origin) {
        return switch (origin) {
            case SAME_REGION -> new Text("uit de eigen regio", "from the own region");
            case SAME_PROVINCE -> new Text("uit de rest van de provincie", "from the rest of the province");
            case REST_OF_COUNTRY -> new Text("uit de rest van Nederland", "from the rest of the Netherlands");
            case ABROAD -> new Text("uit het buitenland", "from abroad");
            case UNKNOWN -> new Text("onbekend vanwaar", "from an unknown place");
        };
    }

    private void tenures(BenefitGroup group) {
        Text name = group.label();
        for (Tenure tenure : Tenure.KNOWN) {
            Text owner = DwellingIndicators.nameOf(tenure);
            define.stock(
                            group.code() + ".tenure." + tenure.code() + ".share",
                            Unit.SHARE,
                            group.of(Measure.RECIPIENTS_BY_TENURE, ":" + tenure.code()),
                            group.of(Measure.RECIPIENTS),
                            BRP_AND_BENEFITS)
                    .text(
                            "Wonen van ontvangers: " + owner.nl() + " (" + name.nl() + ")",
                            "Housing of recipients: " + owner.en() + " (" + name.en() + ")",
                            "Deel van de ontvangers (" + name.nl() + ") met een woning in eigendom: " + owner.nl()
                                    + ".",
                            "Part of the recipients (" + name.en() + ") in a dwelling with tenure: " + owner.en()
                                    + ".");
            settlement(group, tenure);
        }
    }

    private void settlement(BenefitGroup group, Tenure tenure) {
        String id = group.code() + ".tenure." + tenure.code() + ".since-settlement";
        Text name = group.label();
        Text owner = DwellingIndicators.nameOf(tenure);
        List<Quantity> outsideAndNot = Measure.outsideProvinceOrNot().stream()
                .map(origin -> group.of(Measure.SETTLED_RECIPIENTS_BY_TENURE, ":" + tenure.code() + ":" + origin))
                .toList();
        Quantity settled = sum(outsideAndNot.toArray(Quantity[]::new));
        define.stock(
                        id + ".share",
                        Unit.SHARE,
                        settled,
                        group.of(Measure.RECIPIENTS_BY_TENURE, ":" + tenure.code()),
                        BRP_AND_BENEFITS)
                .text(
                        "Sinds vestiging, wonen: " + owner.nl() + " (" + name.nl() + ")",
                        "Since settlement, housing: " + owner.en() + " (" + name.en() + ")",
                        "Deel van de ontvangers (" + name.nl() + ") in een woning met eigendom " + owner.nl()
                                + " van wie de lopende periode begon binnen 31 dagen na de laatste vestiging, of toen"
                                + " al liep.",
                        "Part of the recipients (" + name.en() + ") in a dwelling with tenure " + owner.en()
                                + " whose running spell began within 31 days after they last settled, or ran already.");
        define.stock(id + ".from.outside-province.share", Unit.SHARE, outsideAndNot.get(0), settled, BRP_AND_BENEFITS)
                .text(
                        "Van buiten de provincie sinds vestiging, wonen: " + owner.nl() + " (" + name.nl() + ")",
                        "From outside the province since settlement, housing: " + owner.en() + " (" + name.en() + ")",
                        "Deel van de ontvangers (" + name.nl() + ") sinds vestiging in een woning met eigendom "
                                + owner.nl() + ", die kwamen van buiten de provincie.",
                        "Part of the recipients (" + name.en() + ") since settlement in a dwelling with tenure "
                                + owner.en() + " who came from outside the province.");
    }

    /** A count of recipients, and the part that they are of others. */
    private void withShare(String id, Quantity recipients, Whole whole, Text label, Text meaning) {
        define.stock(id, Unit.PERSONS, recipients, null, BRP_AND_BENEFITS)
                .text(label.nl(), label.en(), meaning.nl() + ".", meaning.en() + ".");
        define.stock(id + ".share", Unit.SHARE, recipients, whole.quantity(), BRP_AND_BENEFITS)
                .text(
                        "Aandeel " + label.nl(),
                        "Share of " + label.en(),
                        meaning.nl() + ", als deel van alle " + whole.name().nl() + ".",
                        meaning.en() + ", as a part of all " + whole.name().en() + ".");
    }

    /** What a share is of. */
    private record Whole(Quantity quantity, Text name) {}

    private static Whole allRecipients(BenefitGroup group) {
        return new Whole(group.of(Measure.RECIPIENTS), new Text("ontvangers", "recipients"));
    }
}
