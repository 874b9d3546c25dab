/**
 * Reads topics back, from their end: the topic is the store, and there is no index beside it. Only reading: what is looked
 * for, and what it means, others know.
 */
@NullMarked
package nl.buurtpuls.ingest.search;

import org.jspecify.annotations.NullMarked;
