/**
 * The town as it is on a day: who lives where, with whom, on what benefit. Every change goes through {@link
 * nl.buurtpuls.simulator.town.Town}, which keeps it consistent and has it written down.
 * Why something happens is decided elsewhere.
 */
@NullMarked
package nl.buurtpuls.simulator.town;

import org.jspecify.annotations.NullMarked;
