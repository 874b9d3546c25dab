package nl.buurtpuls.simulator.town;

/**
 * One running grant.
 *
 * @param name the register's name of the grant
 * @param since first day, as epoch day
 */
public record Benefit(String name, long since) {}
