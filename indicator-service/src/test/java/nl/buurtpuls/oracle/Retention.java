package nl.buurtpuls.oracle;

/**
 * What became of those who lived in an area on a day, as seen on a later day.
 *
 * @param residents who lived there on the first day
 * @param stayed of them, who live there on the later day, wherever they were between
 * @param moved the rest
 * @param died of them, who are dead by the later day
 */
public record Retention(int residents, int stayed, int moved, int died) {}
