/**
 * What is current, in memory: which snapshots the database says were replaced, and one figure of many areas as they stand.
 */
@NullMarked
package nl.buurtpuls.report.current;

import org.jspecify.annotations.NullMarked;
