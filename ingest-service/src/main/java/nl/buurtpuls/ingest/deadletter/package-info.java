/**
 * Dead letters: mutations that could not be applied, as their municipality sees them, and sends them again once mended.
 */
@NullMarked
package nl.buurtpuls.ingest.deadletter;

import org.jspecify.annotations.NullMarked;
