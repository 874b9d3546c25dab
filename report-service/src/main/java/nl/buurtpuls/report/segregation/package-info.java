/**
 * How unevenly recipients live over the buurten or wijken of an area: all indices, with bias-corrected values and
 * intervals. The maths stands in pure functions over counts; docs/segregation.md has the formulas and their sources.
 */
@NullMarked
package nl.buurtpuls.report.segregation;

import org.jspecify.annotations.NullMarked;
