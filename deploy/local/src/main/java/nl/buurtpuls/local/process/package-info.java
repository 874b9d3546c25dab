/**
 * Child processes and the folder they share: start, readiness, death, the order to stop, what is left over. Knows no
 * Kafka, no PostgreSQL and no service.
 */
@NullMarked
package nl.buurtpuls.local.process;

import org.jspecify.annotations.NullMarked;
