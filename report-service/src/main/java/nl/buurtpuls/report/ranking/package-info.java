/**
 * Areas in order of one indicator.
 */
@NullMarked
package nl.buurtpuls.report.ranking;

import org.jspecify.annotations.NullMarked;
