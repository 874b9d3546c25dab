/** An area's current figures, as they travel from indicator-service to report-service and out. */
@NullMarked
package nl.buurtpuls.contract.snapshot;

import org.jspecify.annotations.NullMarked;
