/**
 * The figures of a municipality recomputed from its raw events in the plainest way: walk the days, count the people.
 * Made to disagree with the engine where the engine is wrong, so nothing of the engine may be used here: only the
 * contract's events and area table. Also the hostile random worlds on which the two are compared.
 */
@NullMarked
package nl.buurtpuls.oracle;

import org.jspecify.annotations.NullMarked;
