/**
 * Where those came from who arrived in an area.
 */
@NullMarked
package nl.buurtpuls.report.origin;

import org.jspecify.annotations.NullMarked;
