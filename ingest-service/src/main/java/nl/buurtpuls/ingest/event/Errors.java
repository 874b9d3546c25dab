package nl.buurtpuls.ingest.event;

import java.util.ArrayList;
import java.util.List;
import nl.buurtpuls.contract.problem.FieldError;
import nl.buurtpuls.contract.problem.NineDigits;
import org.jspecify.annotations.Nullable;

/** Gathers everything that is wrong with an event. */
public final class Errors {

    private static final int LONGEST_QUOTE = 80;

    private final @Nullable Integer index;
    private final List<FieldError> found = new ArrayList<>();

    public Errors(@Nullable Integer index) {
        this.index = index;
    }

    /** Notes that a rule is broken, and where. */
    public void add(String pointer, Rule rule, String detail) {
        // A name may be a BSN as well as a value.
        found.add(new FieldError(index, NineDigits.blot(pointer), rule.code(), detail + origin(rule, pointer)));
    }

    /** Whoever wonders why is told where the rule stands, if it is not the contract of Buurtpuls itself. */
    private static String origin(Rule rule, String pointer) {
        Rule.Standard standard = ContextAttributes.standard(rule, pointer);
        return standard == Rule.Standard.BUURTPULS ? "" : " (" + standard.title() + ")";
    }

    void add(FieldError error) {
        found.add(error);
    }

    boolean isEmpty() {
        return found.isEmpty();
    }

    /** What was noted. */
    public List<FieldError> found() {
        return List.copyOf(found);
    }

    /** A value as it may be quoted in a detail. */
    static String quote(String value) {
        return "'" + (value.length() > LONGEST_QUOTE ? value.substring(0, LONGEST_QUOTE) + "…" : value) + "'";
    }
}
