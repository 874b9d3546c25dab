/**
 * What changes, told as it changes ({@code GET /v1/stream}): the newest state of each area and alert, never a queue of
 * older ones. What is told has passed the gate before it comes here.
 */
@NullMarked
package nl.buurtpuls.report.stream;

import org.jspecify.annotations.NullMarked;
