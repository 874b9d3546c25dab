package nl.buurtpuls.report.startrapport;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/** What the figures say, in plain words. A sentence stands there only if all its figures are known. */
final class Prose {

    private static final String SINCE_SETTLEMENT = "social-assistance.since-settlement";

    private final ReportTexts texts;
    private final String name;
    private final String municipality;
    private final String date;
    private final Map<String, ReportFigure> figures;
    private final List<String> paragraphs = new ArrayList<>();

    /**
     * @param figures of the report, by name
     */
    Prose(ReportTexts texts, Wording wording, Materials materials, Map<String, ReportFigure> figures) {
        this.texts = texts;
        this.name = materials.subject().area().name();
        this.municipality = materials.subject().municipality().name();
        LocalDate day = materials.date();
        this.date = wording.date(day);
        this.figures = figures;
    }

    /** The paragraphs of a chapter. */
    List<String> of(Chapter chapter) {
        paragraphs.clear();
        switch (chapter) {
            case SUMMARY -> summary();
            case COUNTRY -> country();
            case AREA -> area();
            case BENEFITS -> benefits();
            case MOVES -> moves();
            case ARRIVALS -> arrivals();
            case CONSEQUENCES -> paragraphs.add(texts.consequencesWhat());
        }
        return List.copyOf(paragraphs);
    }

    private void summary() {
        paragraphs.add(texts.summaryWhat(name, date));
        say(
                () -> texts.summaryPeople(name, date, the("population"), the("population.minors")),
                "population",
                "population.minors");
        say(
                () -> texts.summaryMoves(name, municipality, the("arrivals.10y"), the("departures.10y")),
                "arrivals.10y",
                "departures.10y");
        say(() -> texts.summaryStayed(the("retention.10y")), "retention.10y");
        say(
                () -> texts.summaryBenefits(
                        the("social-assistance.recipients"), the("social-assistance.households.share")),
                "social-assistance.recipients",
                "social-assistance.households.share");
        say(
                () -> texts.summaryMinors(the("social-assistance.minors"), the("social-assistance.minors.share")),
                "social-assistance.minors",
                "social-assistance.minors.share");
        say(
                () -> texts.summarySettled(municipality, the(SINCE_SETTLEMENT + ".share"), the(Reading.FromOutside.ID)),
                SINCE_SETTLEMENT + ".share",
                Reading.FromOutside.ID);
    }

    private void country() {
        paragraphs.add(texts.countryWhat(name));
        paragraphs.add(texts.countryCoverage());
    }

    private void area() {
        String adults = "population.adults.part-of-municipality";
        say(
                () -> texts.areaPart(
                        municipality,
                        the("population.part-of-municipality"),
                        the(adults),
                        the("households.part-of-municipality")),
                "population.part-of-municipality",
                adults,
                "households.part-of-municipality");
        String longTerm = "social-minimum-120.long-term.households.share";
        say(() -> texts.areaIncome(the("low-income.share"), the(longTerm)), "low-income.share", longTerm);
        String corporation = "dwellings.housing-corporation.share";
        String rental = "dwellings.private-rental.share";
        say(
                () -> texts.areaDwellings(the("dwellings"), the(corporation), the(rental)),
                "dwellings",
                corporation,
                rental);
    }

    private void benefits() {
        String recipients = "social-assistance.recipients";
        say(
                () -> texts.benefitsRecipients(
                        the(recipients), the(recipients + ".share"), the("social-assistance.persons")),
                recipients,
                recipients + ".share",
                "social-assistance.persons");
        String part = "social-assistance.share-of-municipality";
        say(() -> texts.benefitsPart(municipality, the(part)), part);
        say(
                () -> texts.benefitsMinors(the("social-assistance.minors"), the("social-assistance.minors.share")),
                "social-assistance.minors",
                "social-assistance.minors.share");
        String over = "social-assistance.duration.over-5y.share";
        String under = "social-assistance.duration.under-2y.share";
        say(() -> texts.benefitsDuration(the(over), the(under)), over, under);
        say(
                () -> texts.benefitsSettled(municipality, the(SINCE_SETTLEMENT), the(SINCE_SETTLEMENT + ".share")),
                SINCE_SETTLEMENT,
                SINCE_SETTLEMENT + ".share");
        String region = SINCE_SETTLEMENT + ".from.same-region.share";
        String province = SINCE_SETTLEMENT + ".from.same-province.share";
        say(
                () -> texts.benefitsOrigins(the(region), the(province), the(Reading.FromOutside.ID)),
                region,
                province,
                Reading.FromOutside.ID);
        String betterOff = SINCE_SETTLEMENT + ".from.positive-ses.share";
        say(() -> texts.benefitsBetterOff(the(betterOff)), betterOff);
        String hyper = "social-assistance.hyperconcentration";
        say(() -> texts.benefitsHyper(the(hyper)), hyper);
    }

    private void moves() {
        say(
                () -> texts.movesFlows(name, municipality, the("arrivals.10y"), the("departures.10y")),
                "arrivals.10y",
                "departures.10y");
        say(() -> texts.movesTurnover(the("turnover.rate.10y")), "turnover.rate.10y");
        say(
                () -> texts.movesRetained(
                        the(Retained.RESIDENTS.id()),
                        the("retention.10y"),
                        the(Retained.STAYED.id()),
                        the(Retained.DIED.id()),
                        the(Retained.MOVED.id())),
                Retained.RESIDENTS.id(),
                "retention.10y",
                Retained.STAYED.id(),
                Retained.DIED.id(),
                Retained.MOVED.id());
        String share = "kindergartners.not-toddlers.share";
        say(() -> texts.movesKindergartners(the(share)), share);
    }

    private void arrivals() {
        say(() -> texts.arrivalsAdults(the("adult-arrivals")), "adult-arrivals");
        String low = "adult-arrivals.low-income.share";
        String assistance = "adult-arrivals.social-assistance.share";
        String disability = "adult-arrivals.disability.share";
        say(() -> texts.arrivalsIncome(the(low), the(assistance), the(disability)), low, assistance, disability);
        String betterOff = "adult-arrivals.social-assistance.from.positive-ses.share";
        say(() -> texts.arrivalsBetterOff(the(betterOff)), betterOff);
    }

    private void say(Supplier<String> sentence, String... needed) {
        for (String id : needed) {
            ReportFigure figure = figures.get(id);
            if (figure == null || !figure.isKnown()) {
                return;
            }
        }
        paragraphs.add(sentence.get());
    }

    /** A figure that {@link #say} has found known. */
    private ReportFigure the(String id) {
        ReportFigure figure = figures.get(id);
        if (figure == null) {
            throw new IllegalStateException("a sentence has a figure that it did not say it needs: " + id);
        }
        return figure;
    }
}
