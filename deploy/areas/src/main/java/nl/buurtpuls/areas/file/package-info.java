/** What there is to say of a file that is read, whatever it holds: that it is unreadable, or what of it is refused. */
@NullMarked
package nl.buurtpuls.areas.file;

import org.jspecify.annotations.NullMarked;
