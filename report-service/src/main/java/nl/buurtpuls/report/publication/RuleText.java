package nl.buurtpuls.report.publication;

import java.util.Locale;
import nl.buurtpuls.contract.indicator.Text;
import nl.buurtpuls.report.disclosure.Rules;

/** The rules in words; %1 to %4 are the base, the smallest denominator, the largest small count and the fewest buurten. */
enum RuleText {
    ROUNDING(
            "Aantallen zijn veelvouden van %1. Naar boven of beneden beslist het lot, zo dat het gemiddeld klopt, en voor"
                    + " elk aantal voor altijd: wie het nog eens vraagt, leert niets. Een aantal zit er minder dan %1 naast;"
                    + " een som van aantallen kan er verder naast zitten.",
            "Counts are multiples of %1. Chance decides up or down, so that it is right on average, and for each count once"
                    + " and for all: who asks again learns nothing. A count is off by less than %1; a sum of counts may be"
                    + " further off."),
    COMPUTED(
            "Alles wat geen aantal is (een aandeel, een index, een rang, een klasse op de kaart) is berekend uit afgeronde"
                    + " aantallen, en zegt dus niet meer dan die.",
            "Whatever is no count (a share, an index, a rank, a class on the map) is computed from rounded counts, and so"
                    + " tells no more than they do."),
    SMALL(
            "Een aantal staat er alleen als uit de gepubliceerde aantallen volgt dat het meer is dan %3; anders is het"
                    + " onderdrukt, ook als het 0 is. Bij een aandeel geldt dat ook voor wie er niet bij hoort.",
            "A count is shown only where the published counts prove that it is more than %3; else it is suppressed, also"
                    + " where it is 0. For a share that holds for those who are no part of it too."),
    DENOMINATOR(
            "Aandelen, dichtheden en gemiddelden staan er alleen over ten minste %2.",
            "Shares, rates and means are given over at least %2 only."),
    AREAS(
            "Een gebied van minder dan %4 buurten is de som van zijn buurten, zodat aftrekken niets oplevert.",
            "An area of fewer than %4 buurten is the sum of its buurten, so that subtracting gives nothing."),
    PERIOD(
            "Gepubliceerde cijfers zijn die van de eerste van de maand, tot en met deze: van dag op dag zou te zien zijn wanneer"
                    + " één mens komt of gaat. De datum van een antwoord zegt van welke dag zijn cijfers zijn.",
            "Published figures are those of the first of the month, up to this one: from day to day they would show when a"
                    + " single person comes or goes. The date of an answer says what day its figures are of."),
    EXACT(
            "Wie daar recht op heeft, leest exacte cijfers van elke dag, voor een doel; elke lezing wordt vastgelegd.",
            "Who has the right reads exact figures of any day, for a purpose; each read is kept.");

    private final Text text;

    RuleText(String dutch, String english) {
        this.text = new Text(dutch, english);
    }

    String id() {
        return name().toLowerCase(Locale.ROOT);
    }

    Text in(Rules rules) {
        return new Text(filled(text.nl(), rules), filled(text.en(), rules));
    }

    private static String filled(String words, Rules rules) {
        return words.replace("%1", Integer.toString(rules.base()))
                .replace("%2", Integer.toString(rules.smallestDenominator()))
                .replace("%3", Integer.toString(rules.largestSmallCount()))
                .replace("%4", Integer.toString(rules.fewestBuurten()));
    }
}
