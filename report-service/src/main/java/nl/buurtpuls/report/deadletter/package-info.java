/**
 * What this service cannot read goes to the dead letters, with the reason, and holds up nothing.
 */
@NullMarked
package nl.buurtpuls.report.deadletter;

import org.jspecify.annotations.NullMarked;
