/**
 * What lives add to the ledger: pure functions from timelines to entries. A new measure is booked here.
 */
@NullMarked
package nl.buurtpuls.indicator.contribution;

import org.jspecify.annotations.NullMarked;
