/**
 * Rids the topics of persons who were erased: all other records are published again, and what stood before is deleted.
 * Knows Kafka and not the stream: what the engine has met it reads from the topic of residues.
 */
@NullMarked
package nl.buurtpuls.indicator.erasure;

import org.jspecify.annotations.NullMarked;
