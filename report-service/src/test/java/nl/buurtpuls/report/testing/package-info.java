/**
 * What the tests run against: a real Kafka broker, a real PostgreSQL, a line between that can be cut; and what they say to
 * them. Nothing here knows how the service works.
 */
@NullMarked
package nl.buurtpuls.report.testing;

import org.jspecify.annotations.NullMarked;
