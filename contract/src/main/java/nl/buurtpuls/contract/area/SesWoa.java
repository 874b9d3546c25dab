package nl.buurtpuls.contract.area;

/**
 * A score of the CBS for the socio-economic status of the households of an area: wealth, education and recent
 * employment (welvaart, opleidingsniveau, arbeidsverleden). The mean of all households in the country is about 0; lower
 * is poorer.
 *
 * @param period the year it is of, as published ({@code 2021}, {@code 2022*} while provisional)
 * @param source the publication it stands in
 */
public record SesWoa(double score, String period, String source) {}
