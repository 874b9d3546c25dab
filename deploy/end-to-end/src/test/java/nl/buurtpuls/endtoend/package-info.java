/**
 * The packaged services as processes, with a real Kafka and PostgreSQL, driven over HTTP as users drive them.
 */
@NullMarked
package nl.buurtpuls.endtoend;

import org.jspecify.annotations.NullMarked;
