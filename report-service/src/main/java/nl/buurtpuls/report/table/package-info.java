/**
 * Answers as tables: what a view does to be had as CSV too, and the one place that writes it.
 */
@NullMarked
package nl.buurtpuls.report.table;

import org.jspecify.annotations.NullMarked;
