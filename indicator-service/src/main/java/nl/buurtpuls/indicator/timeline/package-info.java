/**
 * Facts folded into a life: stays, passages across borders, benefits, birth and death. Pure; no ledger, no Kafka.
 */
@NullMarked
package nl.buurtpuls.indicator.timeline;

import org.jspecify.annotations.NullMarked;
