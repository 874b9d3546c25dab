package nl.buurtpuls.indicator.engine;

/**
 * The state of the engine.
 *
 * @param events whom or what each event is about
 * @param dossiers facts, by subject
 * @param households members' parts, by household
 * @param dwellings recipients' parts, by dwelling
 * @param pages cells of stocks and flows, in order of municipality and day
 * @param journal changes that are not in the pages yet, by municipality and number
 * @param openCells cells of measures with an open dimension
 * @param residues what erased persons have left in cells
 */
public record Tables(
        Table events,
        Table dossiers,
        Table households,
        Table dwellings,
        Table pages,
        Table journal,
        Table openCells,
        Table residues) {}
