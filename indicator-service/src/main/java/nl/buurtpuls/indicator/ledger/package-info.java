/**
 * Cells, and the differences that are posted to them.
 */
@NullMarked
package nl.buurtpuls.indicator.ledger;

import org.jspecify.annotations.NullMarked;
