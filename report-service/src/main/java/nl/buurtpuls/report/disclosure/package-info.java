/**
 * The gate: every figure that leaves the service passes here.
 */
@NullMarked
package nl.buurtpuls.report.disclosure;

import org.jspecify.annotations.NullMarked;
