/** The command {@code deploy/areas/import}: what it was asked to do, and what it says of it. */
@NullMarked
package nl.buurtpuls.areas;

import org.jspecify.annotations.NullMarked;
