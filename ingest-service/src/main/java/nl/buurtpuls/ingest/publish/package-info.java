/**
 * Events on their way into Kafka, acknowledged or not.
 */
@NullMarked
package nl.buurtpuls.ingest.publish;

import org.jspecify.annotations.NullMarked;
