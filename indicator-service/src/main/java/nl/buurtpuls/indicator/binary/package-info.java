/**
 * Compact binary form of what the stores hold. Knows nothing of what it encodes.
 */
@NullMarked
package nl.buurtpuls.indicator.binary;

import org.jspecify.annotations.NullMarked;
