/**
 * Applies one event to the state of a municipality and says which cells changed. Free of Kafka: state is a few byte maps.
 */
@NullMarked
package nl.buurtpuls.indicator.engine;

import org.jspecify.annotations.NullMarked;
