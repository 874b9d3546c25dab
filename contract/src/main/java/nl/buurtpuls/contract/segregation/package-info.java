/**
 * How unevenly a group lives over the units (buurten, wijken) of an area: the plain indices of two groups, the members
 * and the others. Pure functions over counts; docs/segregation.md has the formulas and their sources.
 */
@NullMarked
package nl.buurtpuls.contract.segregation;

import org.jspecify.annotations.NullMarked;
