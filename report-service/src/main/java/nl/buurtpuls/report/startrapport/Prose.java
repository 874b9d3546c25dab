package nl.buurtpuls.report.startrapport;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import nl.buurtpuls.contract.area.ScoreCoverage;

/** What the figures say, in plain words. A sentence stands there only if all its figures are known. */
final class Prose {

    private static final String ASSISTANCE = "social-assistance";
    private static final String SETTLED = ASSISTANCE + ".since-settlement";
    private static final String OUTSIDE = Reading.FromOutside.ID;

    private final ReportTexts texts;
    private final String name;
    private final String municipality;
    private final String date;
    private final Map<String, ReportFigure> figures;
    private final ScoreCoverage scores;

    /**
     * @param figures of the report, by name
     */
    Prose(
            ReportTexts texts,
            Wording wording,
            Materials materials,
            Map<String, ReportFigure> figures,
            ScoreCoverage scores) {
        this.texts = texts;
        this.name = materials.subject().area().name();
        this.municipality = materials.subject().municipality().name();
        this.date = wording.date(materials.date());
        this.figures = figures;
        this.scores = scores;
    }

    /** The paragraphs of a chapter. */
    List<String> of(Chapter chapter) {
        Paragraphs paragraphs = switch (chapter) {
            case SUMMARY -> summary();
            case COUNTRY -> new Paragraphs().say(texts.countryWhat(name)).say(texts.countryCoverage());
            case AREA -> area();
            case BENEFITS -> benefits();
            case MOVES -> moves();
            case ARRIVALS -> arrivals();
            case CONSEQUENCES -> new Paragraphs().say(texts.consequencesWhat());
        };
        return paragraphs.all();
    }

    private Paragraphs summary() {
        return new Paragraphs()
                .say(texts.summaryWhat(name, date))
                .next()
                .say(f -> texts.summaryPeople(name, date, f.get(0), f.get(1)), "population", "population.minors")
                .say(f -> texts.summaryMoves(name, municipality, f.get(0), f.get(1)), "arrivals.10y", "departures.10y")
                .say(f -> texts.summaryStayed(name, f.get(0)), "retention.10y")
                .next()
                .say(
                        f -> texts.summaryBenefits(f.get(0), f.get(1)),
                        ASSISTANCE + ".recipients",
                        ASSISTANCE + ".households.share")
                .say(f -> texts.summaryMinors(f.get(0), f.get(1)), ASSISTANCE + ".minors", ASSISTANCE + ".minors.share")
                .say(f -> texts.summarySettled(municipality, f.get(0), f.get(1)), SETTLED + ".share", OUTSIDE);
    }

    private Paragraphs area() {
        return new Paragraphs()
                .say(
                        f -> texts.areaPart(municipality, f.get(0), f.get(1), f.get(2)),
                        "population.part-of-municipality",
                        "population.adults.part-of-municipality",
                        "households.part-of-municipality")
                .say(
                        f -> texts.areaIncome(f.get(0), f.get(1)),
                        "low-income.share",
                        "social-minimum-120.long-term.households.share")
                .say(
                        f -> texts.areaDwellings(f.get(0), f.get(1), f.get(2)),
                        "dwellings",
                        "dwellings.housing-corporation.share",
                        "dwellings.private-rental.share");
    }

    private Paragraphs benefits() {
        return new Paragraphs()
                .say(
                        f -> texts.benefitsRecipients(f.get(0), f.get(1), f.get(2)),
                        ASSISTANCE + ".recipients",
                        ASSISTANCE + ".recipients.share",
                        ASSISTANCE + ".persons")
                .say(f -> texts.benefitsPart(municipality, f.get(0)), ASSISTANCE + ".share-of-municipality")
                .say(
                        f -> texts.benefitsMinors(f.get(0), f.get(1)),
                        ASSISTANCE + ".minors",
                        ASSISTANCE + ".minors.share")
                .say(
                        f -> texts.benefitsDuration(f.get(0), f.get(1)),
                        ASSISTANCE + ".duration.over-5y.share",
                        ASSISTANCE + ".duration.under-2y.share")
                .next()
                .say(f -> texts.benefitsSettled(municipality, f.get(0), f.get(1)), SETTLED, SETTLED + ".share")
                .say(
                        f -> texts.benefitsOrigins(f.get(0), f.get(1), f.get(2)),
                        SETTLED + ".from.same-region.share",
                        SETTLED + ".from.same-province.share",
                        OUTSIDE)
                .say(f -> betterOff(texts::benefitsBetterOff, f.get(0)), SETTLED + ".from.positive-ses.share")
                .next()
                .say(f -> texts.benefitsHyper(f.get(0)), ASSISTANCE + ".hyperconcentration");
    }

    private Paragraphs moves() {
        return new Paragraphs()
                .say(f -> texts.movesFlows(name, municipality, f.get(0), f.get(1)), "arrivals.10y", "departures.10y")
                .say(f -> texts.movesTurnover(f.get(0)), "turnover.rate.10y")
                .next()
                .say(
                        f -> texts.movesRetained(f.get(0), f.get(1), f.get(2), f.get(3), f.get(4)),
                        Retained.RESIDENTS.id(),
                        "retention.10y",
                        Retained.STAYED.id(),
                        Retained.DIED.id(),
                        Retained.MOVED.id())
                .next()
                .say(f -> texts.movesKindergartners(f.get(0)), "kindergartners.not-toddlers.share");
    }

    private Paragraphs arrivals() {
        return new Paragraphs()
                .say(f -> texts.arrivalsAdults(f.get(0)), "adult-arrivals")
                .say(
                        f -> texts.arrivalsIncome(f.get(0), f.get(1), f.get(2)),
                        "adult-arrivals.low-income.share",
                        "adult-arrivals.social-assistance.share",
                        "adult-arrivals.disability.share")
                .say(
                        f -> betterOff(texts::arrivalsBetterOff, f.get(0)),
                        "adult-arrivals.social-assistance.from.positive-ses.share");
    }

    /** Where scores of few municipalities are known, the figure says how few, and not where people come from. */
    private String betterOff(Function<ReportFigure, String> sentence, ReportFigure share) {
        return scores.isMost() ? sentence.apply(share) : texts.fewScores(scores.scored(), scores.all());
    }

    /** Sentences, gathered into paragraphs. */
    private final class Paragraphs {
        private final List<String> done = new ArrayList<>();
        private final List<String> sentences = new ArrayList<>();

        Paragraphs say(String sentence) {
            sentences.add(sentence);
            return this;
        }

        /** Says something of figures, in the order of their names; nothing if one of them is not known. */
        Paragraphs say(Function<List<ReportFigure>, String> sentence, String... names) {
            List<ReportFigure> needed = new ArrayList<>();
            for (String each : names) {
                ReportFigure figure = figures.get(each);
                if (figure == null || !figure.hasValue()) {
                    return this;
                }
                needed.add(figure);
            }
            return say(sentence.apply(needed));
        }

        Paragraphs next() {
            if (!sentences.isEmpty()) {
                done.add(String.join(" ", sentences));
                sentences.clear();
            }
            return this;
        }

        List<String> all() {
            next();
            return List.copyOf(done);
        }
    }
}
