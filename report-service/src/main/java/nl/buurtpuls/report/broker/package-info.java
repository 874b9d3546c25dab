/** What concerns every client of Kafka in this service. */
@NullMarked
package nl.buurtpuls.report.broker;

import org.jspecify.annotations.NullMarked;
