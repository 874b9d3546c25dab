package nl.buurtpuls.report.startrapport;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

/** The prose of the report; its words stand in {@code messages/startrapport_nl.properties} and {@code …_en.properties}. */
@MessageBundle(value = "startrapport", locale = "nl")
public interface ReportTexts {

    @Message
    String title(String name);

    @Message
    String noData(String name, String municipality, String date);

    @Message
    String dataBegin(String from);

    @Message
    String summaryWhat(String name, String date);

    @Message
    String summaryPeople(String name, String date, ReportFigure population, ReportFigure minors);

    @Message
    String summaryMoves(String name, String municipality, ReportFigure arrivals, ReportFigure departures);

    @Message
    String summaryStayed(String name, ReportFigure retention);

    @Message
    String summaryBenefits(ReportFigure recipients, ReportFigure households);

    @Message
    String summaryMinors(ReportFigure minors, ReportFigure share);

    @Message
    String summarySettled(String municipality, ReportFigure share, ReportFigure outside);

    @Message
    String countryWhat(String name);

    @Message
    String countryCoverage();

    @Message
    String areaDwellings(ReportFigure dwellings, ReportFigure corporation, ReportFigure privateRental);

    @Message
    String areaIncome(ReportFigure low, ReportFigure longTerm);

    @Message
    String areaPart(String municipality, ReportFigure population, ReportFigure adults, ReportFigure households);

    @Message
    String benefitsRecipients(ReportFigure recipients, ReportFigure share, ReportFigure persons);

    @Message
    String benefitsPart(String municipality, ReportFigure part);

    @Message
    String benefitsMinors(ReportFigure minors, ReportFigure share);

    @Message
    String benefitsDuration(ReportFigure longest, ReportFigure shortest);

    @Message
    String benefitsSettled(String municipality, ReportFigure settled, ReportFigure share);

    @Message
    String benefitsOrigins(ReportFigure region, ReportFigure province, ReportFigure outside);

    @Message
    String benefitsBetterOff(ReportFigure share);

    @Message
    String benefitsHyper(ReportFigure share);

    @Message
    String movesFlows(String name, String municipality, ReportFigure arrivals, ReportFigure departures);

    @Message
    String movesTurnover(ReportFigure rate);

    @Message
    String movesRetained(
            ReportFigure residents, ReportFigure share, ReportFigure stayed, ReportFigure died, ReportFigure moved);

    @Message
    String movesKindergartners(ReportFigure share);

    @Message
    String arrivalsAdults(ReportFigure adults);

    @Message
    String arrivalsIncome(ReportFigure low, ReportFigure assistance, ReportFigure disability);

    @Message
    String fewScores(int scored, int all);

    @Message
    String arrivalsBetterOff(ReportFigure share);

    @Message
    String consequencesWhat();

    @Message
    String undefinedShare();

    @Message
    String undefinedIndex();

    @Message
    String suppressed();

    @Message
    String suppressedWhy();

    @Message
    String undefined();

    @Message
    String noFigure();

    @Message
    String absentAbove();

    @Message
    String comparedTitle();

    @Message
    String printedTitle();

    @Message
    String printedSource();

    @Message
    String subject(String name, String date);

    @Message
    String skip();

    @Message
    String dateline(String date);

    @Message
    String asJson();

    @Message
    String asPdf();

    @Message
    String contents();

    @Message
    String references();

    @Message
    String figuresOf(String title);

    @Message
    String publishedOf(String title);

    @Message
    String figure();

    @Message
    String value();

    @Message
    String when();

    @Message
    String area();

    @Message
    String period();

    @Message
    String source();

    @Message
    String printedColumn();

    @Message
    String printedShort();

    @Message
    String printedWhat(String source);

    @Message
    String printedCaption();

    @Message
    String computed();

    @Message
    String difference(String difference);

    @Message
    String differenceColumn();

    @Message
    String number();

    @Message
    String standsIn(String where);

    @Message
    String contradictions();

    @Message
    String readingTaken();

    @Message
    String notAtLevel();

    @Message
    String chartData();

    @Message
    String inTable();
}
