/**
 * Context figures: what others have published about an area, to stand beside the figures that the events give. What such
 * a figure is, and its CSV form.
 */
@NullMarked
package nl.buurtpuls.contract.context;

import org.jspecify.annotations.NullMarked;
