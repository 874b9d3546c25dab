package nl.buurtpuls.contract.area;

import java.util.List;

/**
 * An area that figures are about.
 *
 * @param code CBS code ({@code BU09171000}, {@code WK091710}, {@code GM0917}, {@code CR39}, {@code PV31}) or our own of a
 *     group ({@code HN}) or region ({@code RG-PARKSTAD})
 * @param parents codes of the areas that contain it, the smallest first
 */
public record Area(String code, String name, Level level, List<String> parents) {}
