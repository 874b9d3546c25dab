/**
 * What every answer has in common: its form, dates asked for, errors, entity tags.
 */
@NullMarked
package nl.buurtpuls.report.problem;

import org.jspecify.annotations.NullMarked;
