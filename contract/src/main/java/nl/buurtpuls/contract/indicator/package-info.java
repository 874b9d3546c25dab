/**
 * What the ledger measures and what every published figure means: each indicator is one definition, with its formula
 * over the ledger and its text in Dutch and English. Adding an indicator starts here.
 */
@NullMarked
package nl.buurtpuls.contract.indicator;

import org.jspecify.annotations.NullMarked;
