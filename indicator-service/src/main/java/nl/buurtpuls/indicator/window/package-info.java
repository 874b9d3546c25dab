/**
 * Rolling sums: what an area's ledger adds up to at the days that the indicators look back to.
 */
@NullMarked
package nl.buurtpuls.indicator.window;

import org.jspecify.annotations.NullMarked;
