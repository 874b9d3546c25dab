/**
 * Kafka, PostgreSQL and the three services as one: started in order, stopped in order, each of them to be killed and
 * started again by a test. Loads no data.
 */
@NullMarked
package nl.buurtpuls.local.stack;

import org.jspecify.annotations.NullMarked;
