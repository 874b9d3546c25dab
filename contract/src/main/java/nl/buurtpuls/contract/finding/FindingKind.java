package nl.buurtpuls.contract.finding;

import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import nl.buurtpuls.contract.indicator.Text;

/** What events may offend: what is wrong then and what the figures make of it, and what to do about it. */
public enum FindingKind {
    NOT_RESIDENT(
            "not-resident",
            new Text(
                    "De persoon is hier niet bekend of is al vertrokken; het bericht heeft geen gevolg.",
                    "The person is unknown here or gone; the event has no effect."),
            new Text(
                    "Stuur de inschrijving of vestiging die ontbreekt alsnog, ook als die eerder inging: het bericht telt"
                            + " dan vanzelf mee. Woonde de persoon hier nooit, trek het bericht dan in.",
                    "Send the registration or arrival that is missing, also if it took effect earlier: the event then"
                            + " counts by itself. If the person never lived here, retract the event.")),
    AFTER_DEATH(
            "after-death",
            new Text(
                    "Het bericht gaat in na het overlijden van de persoon; het heeft geen gevolg.",
                    "The event takes effect after the person's death; it has no effect."),
            new Text(
                    "Kijk na welke van de twee dagen klopt. Trek het bericht in dat fout is, en stuur het zo nodig opnieuw"
                            + " onder een nieuw id.",
                    "See which of the two days is right. Retract the event that is wrong and, where needed, send it anew"
                            + " under a new id.")),
    ALREADY_RESIDENT(
            "already-resident",
            new Text(
                    "De persoon die zich vestigt, woont hier al; vertrek op dezelfde dag wordt aangenomen.",
                    "The person who arrives lives here; a departure on that day is assumed."),
            new Text(
                    "Stuur het vertrek dat ontbreekt. Was het een verhuizing binnen de gemeente, trek de vestiging dan in"
                            + " en stuur de verhuizing.",
                    "Send the departure that is missing. If it was a move within the municipality, retract the arrival and"
                            + " send the move.")),
    HOUSEHOLD_CHANGE_MOVES(
            "household-change-moves",
            new Text(
                    "De wijziging van het huishouden noemt een andere buurt; zij telt als verhuizing.",
                    "The household change names another buurt; it is taken as a move."),
            new Text(
                    "Was het een verhuizing, stuur dan voortaan een verhuizing. Is de buurt fout, trek het bericht dan in"
                            + " en stuur het met de goede buurt onder een nieuw id.",
                    "If it was a move, send a move from now on. If the buurt is wrong, retract the event and send it with"
                            + " the right one under a new id.")),
    BENEFIT_BEFORE_BIRTH(
            "benefit-before-birth",
            new Text(
                    "De uitkering begint voor de geboorte van de persoon; zij telt zoals zij gemeld is.",
                    "The benefit starts before the person's birth; it counts as it was sent."),
            new Text(
                    "Kijk na of de begindag en de geboortedatum kloppen, en of het om dezelfde persoon gaat. Trek het"
                            + " bericht in dat fout is en stuur het onder een nieuw id.",
                    "See whether the first day and the birth date are right, and whether they are of the same person."
                            + " Retract the event that is wrong and send it under a new id.")),
    CONFLICTING_CONTENT(
            "conflicting-content",
            new Text(
                    "Twee berichten met deze source en dit id verschillen; dat van het eigen register telt, en anders het bericht dat"
                            + " het eerst is vastgelegd.",
                    "Two events of this source and id differ; the register's own counts, and else the one logged earlier."),
            new Text(
                    "Telt de goede, dan hoeft er niets. Telt de foute, trek dan dit id in en stuur de goede onder een nieuw"
                            + " id. Laat het bronsysteem een id nooit voor iets anders gebruiken.",
                    "If the right one counts, nothing need be done. If the wrong one does, retract this id and send the"
                            + " right one under a new id. Have the source system never use an id for something else."));

    private static final Map<String, FindingKind> BY_CODE =
            Arrays.stream(values()).collect(Collectors.toMap(FindingKind::code, Function.identity()));

    private final String code;
    private final Text meaning;
    private final Text remedy;

    FindingKind(String code, Text meaning, Text remedy) {
        this.code = code;
        this.meaning = meaning;
        this.remedy = remedy;
    }

    /** Stable name. */
    public String code() {
        return code;
    }

    /** What does not add up, and what the figures make of it. */
    public Text meaning() {
        return meaning;
    }

    /** What to do about it. */
    public Text remedy() {
        return remedy;
    }

    /** The kind of a code, unless a newer program gave it. */
    public static Optional<FindingKind> of(String code) {
        return Optional.ofNullable(BY_CODE.get(code));
    }
}
