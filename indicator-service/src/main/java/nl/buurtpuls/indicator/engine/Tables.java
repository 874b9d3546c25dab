package nl.buurtpuls.indicator.engine;

/**
 * The state of the engine.
 *
 * @param events whom or what each event is about
 * @param dossiers facts, by subject
 * @param households members' parts, by household
 * @param cells stocks and flows, in order of municipality and day
 * @param planes cells of two-dimensional measures
 */
public record Tables(Table events, Table dossiers, Table households, Table cells, Table planes) {}
