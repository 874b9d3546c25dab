/**
 * What one event costs in the functional core, step by step, without Kafka and without a disk.
 */
@NullMarked
package nl.buurtpuls.benchmark.engine;

import org.jspecify.annotations.NullMarked;
