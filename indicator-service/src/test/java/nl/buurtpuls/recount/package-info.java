/**
 * The figures once more, from the raw events, by plain loops: walk the days, count the people. Written from the
 * definitions; shares nothing with the engine but the contract's events, areas and windows.
 */
@NullMarked
package nl.buurtpuls.recount;

import org.jspecify.annotations.NullMarked;
