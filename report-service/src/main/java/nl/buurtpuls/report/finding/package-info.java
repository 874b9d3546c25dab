/**
 * Findings: what does not add up in the events, taken from Kafka, kept for ninety days, and shown to the staff of the
 * municipality with what to do about it. They name events, never persons.
 */
@NullMarked
package nl.buurtpuls.report.finding;

import org.jspecify.annotations.NullMarked;
