/**
 * Some figures of every buurt, as somebody counted them and as plain counting gives them: how many differ. Knows topics of
 * absolute values, and nobody's way of counting.
 */
@NullMarked
package nl.buurtpuls.benchmark.recount;

import org.jspecify.annotations.NullMarked;
