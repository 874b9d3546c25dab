/**
 * The events that municipal systems push, as immutable values, and their form in the mutations topic.
 * Only values and their serialisation live here: no validation of a sender's input and no meaning.
 */
@NullMarked
package nl.buurtpuls.contract.event;

import org.jspecify.annotations.NullMarked;
