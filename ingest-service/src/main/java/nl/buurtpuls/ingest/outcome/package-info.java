/**
 * What became of an event that was pushed: read from the topics, when someone asks.
 */
@NullMarked
package nl.buurtpuls.ingest.outcome;

import org.jspecify.annotations.NullMarked;
