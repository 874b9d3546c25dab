/**
 * A real Kafka broker as a child process, and the question whether its consumers have caught up. Usable alone, from tests
 * and benchmarks.
 */
@NullMarked
package nl.buurtpuls.local.kafka;

import org.jspecify.annotations.NullMarked;
