/**
 * Figures on the map: an indicator of many areas as GeoJSON, and where the outlines come from: files of the operator's, the
 * PDOK service, or a tile grid of our own that is always there.
 */
@NullMarked
package nl.buurtpuls.report.map;

import org.jspecify.annotations.NullMarked;
