package nl.buurtpuls.simulator.town;

import nl.buurtpuls.contract.event.Scheme;

/** A span of days on which someone has a benefit: one grant. */
public final class Spell extends Pool.Item {

    private static final int RUNNING = Integer.MAX_VALUE;
    private static final int MONTH = 31;

    private final Person person;
    private final Scheme scheme;
    private final String name;
    private int start;
    private int end = RUNNING;
    private boolean endedByItself;

    Spell(Person person, Scheme scheme, String name, int start) {
        this.person = person;
        this.scheme = scheme;
        this.name = name;
        this.start = start;
    }

    public Person person() {
        return person;
    }

    public Scheme scheme() {
        return scheme;
    }

    /** The register's name of the grant. */
    public String name() {
        return name;
    }

    /** First day, as epoch day. */
    public int start() {
        return start;
    }

    /** First day without it, as epoch day; far in the future while it runs. */
    public int end() {
        return end;
    }

    public boolean isRunning() {
        return end == RUNNING;
    }

    /** Whether death ended it: no end is sent. */
    public boolean endedByDeath() {
        return endedByItself;
    }

    void end(int day, boolean byDeath) {
        end = day;
        endedByItself = byDeath;
    }

    /** Whether it ran on some day from the one given to 31 days after: who settles then settles with it. */
    public boolean runsFrom(int day) {
        return start <= day + MONTH && end > day;
    }

    /** Whether its holder has had it since the last arrival in the municipality. */
    public boolean isSinceSettlement() {
        return person.settledOn() != Person.NEVER && start <= person.settledOn() + MONTH;
    }
}
