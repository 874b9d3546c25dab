/**
 * What a developer reads: the schemas of the events and the description of the topics, as the contract has them.
 */
@NullMarked
package nl.buurtpuls.ingest.schema;

import org.jspecify.annotations.NullMarked;
