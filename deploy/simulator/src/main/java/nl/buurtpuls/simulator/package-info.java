/**
 * A synthetic Heerlen, person by person. There are no data about real persons in it, and must not be.
 */
@NullMarked
package nl.buurtpuls.simulator;

import org.jspecify.annotations.NullMarked;
