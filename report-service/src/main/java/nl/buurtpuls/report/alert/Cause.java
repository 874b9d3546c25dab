package nl.buurtpuls.report.alert;

import java.util.Arrays;
import java.util.Locale;
import nl.buurtpuls.contract.indicator.Text;

/** Why an alert is over. */
enum Cause {
    CLEARED("De waarde is terug over de herstelgrens.", "The value is back past the line of recovery."),
    TOO_FEW_RESIDENTS(
            "Het gebied heeft minder inwoners dan de regel vraagt.",
            "The area has fewer residents than the rule asks for."),
    CORRECTION(
            "De registratie is gecorrigeerd: met wat nu bekend is, gaat de waarde niet over de grens.",
            "The register was corrected: by what is known now, the value is not beyond the line."),
    RULE_CHANGED("De regel is gewijzigd, uitgezet of verwijderd.", "The rule was changed, switched off or removed.");

    private final Text text;

    Cause(String nl, String en) {
        this.text = new Text(nl, en);
    }

    /** For readers. */
    Text text() {
        return text;
    }

    String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    static Cause of(String code) {
        return Arrays.stream(values())
                .filter(cause -> cause.code().equals(code))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no cause " + code));
    }
}
