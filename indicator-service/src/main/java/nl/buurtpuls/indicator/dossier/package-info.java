/**
 * The facts known of one person or dwelling: a set, so that order and repetition of arrival do not matter.
 */
@NullMarked
package nl.buurtpuls.indicator.dossier;

import org.jspecify.annotations.NullMarked;
