/**
 * Figures and the table they are printed in. Plain arithmetic and text; no clock, no network.
 */
@NullMarked
package nl.buurtpuls.benchmark.figure;

import org.jspecify.annotations.NullMarked;
