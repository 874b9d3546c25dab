package nl.buurtpuls.contract.event;

/** Whom or what an event is about. */
public sealed interface Subject {

    /** The pseudonym of a person or the register's name of a dwelling. */
    String id();

    record Person(String id) implements Subject {}

    record Dwelling(String id) implements Subject {}
}
