/**
 * What the CBS publishes about wijken and buurten, read line by line: which columns there are, what is taken of a line and
 * what is refused. Knows nothing of where it goes.
 */
@NullMarked
package nl.buurtpuls.areas.cbs;

import org.jspecify.annotations.NullMarked;
