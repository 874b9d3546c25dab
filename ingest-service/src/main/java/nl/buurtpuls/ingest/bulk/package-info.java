/**
 * Loads of any length, an event a line: each line is answered as it goes, and no more is read than Kafka keeps up with.
 * The rules of an event are not here, but in {@link nl.buurtpuls.ingest.event}.
 */
@NullMarked
package nl.buurtpuls.ingest.bulk;

import org.jspecify.annotations.NullMarked;
