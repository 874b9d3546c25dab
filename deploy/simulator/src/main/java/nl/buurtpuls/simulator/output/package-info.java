/**
 * Where events go: a file, standard output, or ingest-service.
 */
@NullMarked
package nl.buurtpuls.simulator.output;

import org.jspecify.annotations.NullMarked;
