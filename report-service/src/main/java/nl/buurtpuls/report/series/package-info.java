/**
 * One indicator of an area over time.
 */
@NullMarked
package nl.buurtpuls.report.series;

import org.jspecify.annotations.NullMarked;
