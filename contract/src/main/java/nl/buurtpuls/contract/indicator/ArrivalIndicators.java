package nl.buurtpuls.contract.indicator;

import static nl.buurtpuls.contract.indicator.Definitions.BRP;
import static nl.buurtpuls.contract.indicator.Definitions.BRP_AND_BENEFITS;
import static nl.buurtpuls.contract.indicator.Definitions.BRP_AND_INCOMES;
import static nl.buurtpuls.contract.indicator.Quantity.during;

import java.util.function.Function;
import nl.buurtpuls.contract.event.Scheme;
import nl.buurtpuls.contract.indicator.Definition.Unit;

/** Which adults arrive, and with what income: section 3 of the catalogue. */
final class ArrivalIndicators {

    private final Definitions define;

    private ArrivalIndicators(Definitions define) {
        this.define = define;
    }

    static void addTo(Definitions define) {
        new ArrivalIndicators(define).arrivals();
    }

    private void arrivals() {
        define.flow("adult-arrivals", Unit.MOVES, window -> during(Measure.ADULT_ARRIVALS, window), null, BRP)
                .text(
                        "Vestigingen van volwassenen",
                        "Arrivals of adults",
                        "Verhuizingen van personen van 18 jaar en ouder het gebied in van buiten de gemeente.",
                        "Moves of persons aged 18 and over into the area from outside the municipality.");
        withShare(
                "adult-arrivals.low-income",
                window -> during(Measure.ADULT_ARRIVALS_LOW_INCOME, window),
                BRP_AND_INCOMES,
                new Text("met een laag inkomen", "with a low income"),
                new Text(
                        "met een laag huishoudensinkomen in het jaar van vestiging",
                        "with a low household income in the year of arrival"));
        withShare(
                "adult-arrivals.social-assistance",
                window -> during(Measure.ADULT_ARRIVALS_RECIPIENTS, Scheme.SOCIAL_ASSISTANCE.code(), window),
                BRP_AND_BENEFITS,
                new Text("met bijstand", "with social assistance"),
                new Text(
                        "met bijstand bij vestiging of binnen 31 dagen",
                        "with social assistance on arrival or within 31 days"));
        withShare(
                "adult-arrivals.disability",
                window -> during(Measure.ADULT_ARRIVALS_RECIPIENTS, Scheme.DISABILITY.code(), window),
                BRP_AND_BENEFITS,
                new Text("met een arbeidsongeschiktheidsuitkering", "with a disability benefit"),
                new Text(
                        "met een arbeidsongeschiktheidsuitkering bij vestiging of binnen 31 dagen",
                        "with a disability benefit on arrival or within 31 days"));
        define.flow(
                        "adult-arrivals.social-assistance.from.positive-ses.share",
                        Unit.SHARE,
                        window -> during(Measure.ADULT_ARRIVALS_POSITIVE_SES, window),
                        window -> during(Measure.ADULT_ARRIVALS_FROM_MUNICIPALITY, window),
                        BRP_AND_BENEFITS)
                .text(
                        "Verschoven last",
                        "Burden shift",
                        "Deel van de volwassenen die zich met bijstand vestigden vanuit een gemeente, dat kwam uit een"
                                + " gemeente met een SES-WOA-score boven 0.",
                        "Part of the adults who arrived with social assistance from a municipality that came from one"
                                + " with a SES-WOA score above 0.");
    }

    private void withShare(String id, Function<Window, Quantity> arrivals, Text source, Text label, Text meaning) {
        define.flow(id, Unit.MOVES, arrivals, null, source)
                .text(
                        "Vestigingen van volwassenen " + label.nl(),
                        "Arrivals of adults " + label.en(),
                        "Vestigingen van volwassenen " + meaning.nl() + ".",
                        "Arrivals of adults " + meaning.en() + ".");
        define.flow(id + ".share", Unit.SHARE, arrivals, window -> during(Measure.ADULT_ARRIVALS, window), source)
                .text(
                        "Aandeel vestigingen " + label.nl(),
                        "Share of arrivals " + label.en(),
                        "Deel van de vestigingen van volwassenen " + meaning.nl() + ".",
                        "Part of the arrivals of adults " + meaning.en() + ".");
    }
}
