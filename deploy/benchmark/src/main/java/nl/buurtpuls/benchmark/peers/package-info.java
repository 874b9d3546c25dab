/**
 * The same figures by others, on the same input in the same run: how long, how fresh, and how exact once the past is
 * corrected. The others are written as one would write them who does nothing but these figures.
 */
@NullMarked
package nl.buurtpuls.benchmark.peers;

import org.jspecify.annotations.NullMarked;
