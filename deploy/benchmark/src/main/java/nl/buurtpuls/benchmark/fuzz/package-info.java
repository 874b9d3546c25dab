/**
 * Whether the door stands what is thrown at it: events that were tampered with, among good ones that must come through.
 */
@NullMarked
package nl.buurtpuls.benchmark.fuzz;

import org.jspecify.annotations.NullMarked;
