/**
 * Who has read exact figures, and why: kept for good where nothing can be changed, and read by auditors.
 */
@NullMarked
package nl.buurtpuls.report.audit;

import org.jspecify.annotations.NullMarked;
