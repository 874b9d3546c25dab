/**
 * Corrects lives that were simulated at plausible rates so that the counts of {@code targets.csv} come out exactly: who
 * receives social assistance on the reference date, and what those had to live on who settled in 2021.
 */
@NullMarked
package nl.buurtpuls.simulator.calibration;

import org.jspecify.annotations.NullMarked;
