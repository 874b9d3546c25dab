/**
 * Areas above the municipality: what a municipality passes on to them, and what the municipalities of one add up to.
 */
@NullMarked
package nl.buurtpuls.indicator.above;

import org.jspecify.annotations.NullMarked;
