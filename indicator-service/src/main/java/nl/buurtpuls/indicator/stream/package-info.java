/**
 * The thin shell: Kafka Streams topology, stores, clock, snapshots out, health.
 */
@NullMarked
package nl.buurtpuls.indicator.stream;

import org.jspecify.annotations.NullMarked;
