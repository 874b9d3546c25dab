/** How what Kafka brings comes into the database. */
@NullMarked
package nl.buurtpuls.report.intake;

import org.jspecify.annotations.NullMarked;
