/**
 * How long after its 202 an event can be read in a figure, while others come in at a steady pace. Sends and asks over HTTP
 * as users do, and looks at nothing inside.
 */
@NullMarked
package nl.buurtpuls.benchmark.freshness;

import org.jspecify.annotations.NullMarked;
