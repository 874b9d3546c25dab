/**
 * How fast the segregation indices are at the scale of the country. Run by hand; see the benchmark.
 */
@NullMarked
package nl.buurtpuls.benchmark.segregation;

import org.jspecify.annotations.NullMarked;
