package nl.buurtpuls.report.disclosure;

/** What is so unless it is set. */
final class Usual {

    static final Rules RULES = new Rules(5, 100, 4, 10);

    private Usual() {}
}
