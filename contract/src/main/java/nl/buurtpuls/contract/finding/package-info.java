/**
 * Findings: what does not add up in the events of a municipality, as the findings topic has it, with the words for those
 * who mend it.
 */
@NullMarked
package nl.buurtpuls.contract.finding;

import org.jspecify.annotations.NullMarked;
