/** A folder of area tables and context figures, as the services read them: brought up to date with what was read. */
@NullMarked
package nl.buurtpuls.areas.folder;

import org.jspecify.annotations.NullMarked;
