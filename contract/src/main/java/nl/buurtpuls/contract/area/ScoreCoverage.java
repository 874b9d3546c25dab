package nl.buurtpuls.contract.area;

/**
 * Of how many municipalities of the country a SES-WOA score is known. One without counts as not above 0, so figures of who came from a
 * municipality above 0 say little where few are known.
 *
 * @param scored municipalities with a score
 * @param all municipalities in the country
 */
public record ScoreCoverage(int scored, int all) {

    /** Whether what is said of them is of most municipalities. */
    public boolean isMost() {
        return 2 * scored > all;
    }
}
