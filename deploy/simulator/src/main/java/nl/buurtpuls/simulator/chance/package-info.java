/**
 * Chance that can be had again: streams of random numbers named after what they are for, all derived from one seed.
 * A change in one part of the simulation leaves the draws of the others alone. No clock and no other source of
 * randomness may be used anywhere in the simulator.
 */
@NullMarked
package nl.buurtpuls.simulator.chance;

import org.jspecify.annotations.NullMarked;
