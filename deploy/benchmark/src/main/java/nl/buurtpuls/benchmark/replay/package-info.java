/**
 * How many records a second: the sample through the door, then read back by a consumer that does nothing with it, by
 * indicator-service and by report-service, each alone. Only reads offsets and metrics of what it measures.
 */
@NullMarked
package nl.buurtpuls.benchmark.replay;

import org.jspecify.annotations.NullMarked;
