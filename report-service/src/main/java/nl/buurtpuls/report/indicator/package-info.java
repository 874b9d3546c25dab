/**
 * The catalogue as callers read it, and finding an indicator that a caller names.
 */
@NullMarked
package nl.buurtpuls.report.indicator;

import org.jspecify.annotations.NullMarked;
