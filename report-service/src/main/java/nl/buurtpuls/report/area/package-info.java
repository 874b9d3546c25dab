/**
 * Which areas there are, and finding one that a caller names.
 */
@NullMarked
package nl.buurtpuls.report.area;

import org.jspecify.annotations.NullMarked;
