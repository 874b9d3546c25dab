/**
 * Every indicator of an area on a date.
 */
@NullMarked
package nl.buurtpuls.report.snapshot;

import org.jspecify.annotations.NullMarked;
