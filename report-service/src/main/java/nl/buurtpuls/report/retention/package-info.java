/**
 * Who still lives in an area after so many years, between any two dates.
 */
@NullMarked
package nl.buurtpuls.report.retention;

import org.jspecify.annotations.NullMarked;
