/**
 * How soon a crowd that follows the stream is told.
 */
@NullMarked
package nl.buurtpuls.benchmark.stream;

import org.jspecify.annotations.NullMarked;
