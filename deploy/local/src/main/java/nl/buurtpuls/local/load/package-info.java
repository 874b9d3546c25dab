/**
 * What goes in once the stack is up: the sample or a file of events, never twice, and the wait until its figures can be
 * read.
 */
@NullMarked
package nl.buurtpuls.local.load;

import org.jspecify.annotations.NullMarked;
