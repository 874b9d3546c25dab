/**
 * The command that measures: starts a stack, has each part measured in turn, prints one table. Measures nothing itself.
 */
@NullMarked
package nl.buurtpuls.benchmark;

import org.jspecify.annotations.NullMarked;
