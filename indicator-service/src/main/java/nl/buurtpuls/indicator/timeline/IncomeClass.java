package nl.buurtpuls.indicator.timeline;

/**
 * The income of a person's household in a calendar year.
 *
 * @param low in the lowest national third of standardised household income
 * @param belowSocialMinimum120 at most 120% of the social minimum
 */
public record IncomeClass(boolean low, boolean belowSocialMinimum120) {}
