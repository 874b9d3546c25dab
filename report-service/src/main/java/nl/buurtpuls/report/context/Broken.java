package nl.buurtpuls.report.context;

/** A line breaks a rule. */
final class Broken extends Exception {

    private static final long serialVersionUID = 1L;

    private final String rule;

    Broken(String rule, String detail) {
        super(detail);
        this.rule = rule;
    }

    RefusedLine atLine(int line) {
        return new RefusedLine(line, rule, String.valueOf(getMessage()));
    }
}
