/**
 * What people do: each class one kind of happening, by the rates and numbers of the tables.
 */
@NullMarked
package nl.buurtpuls.simulator.behaviour;

import org.jspecify.annotations.NullMarked;
