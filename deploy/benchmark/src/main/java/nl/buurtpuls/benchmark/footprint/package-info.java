/**
 * How much memory and disk the parts take. Asks the operating system, the broker and the database; knows no figures of
 * speed.
 */
@NullMarked
package nl.buurtpuls.benchmark.footprint;

import org.jspecify.annotations.NullMarked;
