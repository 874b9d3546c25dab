/** Which making of all figures is written by this instance (ADR 19). Who reads need not know: it is always the current one. */
@NullMarked
package nl.buurtpuls.report.generation;

import org.jspecify.annotations.NullMarked;
