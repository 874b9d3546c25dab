/**
 * How fast the door takes events over HTTP: batches, beside a producer that writes the same bytes, and single calls at a
 * steady pace.
 */
@NullMarked
package nl.buurtpuls.benchmark.door;

import org.jspecify.annotations.NullMarked;
