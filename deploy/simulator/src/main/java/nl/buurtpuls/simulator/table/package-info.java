/**
 * What the simulation reads: areas, places, rates and parameters as tables, so that a calibration changes numbers and
 * no code. Each table names where its numbers are from.
 * Nothing here knows a person.
 */
@NullMarked
package nl.buurtpuls.simulator.table;

import org.jspecify.annotations.NullMarked;
