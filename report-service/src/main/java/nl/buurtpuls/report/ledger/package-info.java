/**
 * The ledger in PostgreSQL: cells in from Kafka, prefix sums out for any date.
 */
@NullMarked
package nl.buurtpuls.report.ledger;

import org.jspecify.annotations.NullMarked;
