/**
 * Outlines of areas, from the wijk- en buurtkaart as GeoJSON: how large each is, and which share a border. Knows nothing of
 * where it goes.
 */
@NullMarked
package nl.buurtpuls.areas.outline;

import org.jspecify.annotations.NullMarked;
