/**
 * How much a sender may ask in a time, so that one who asks without end takes nothing from the others. Knows of nothing
 * but names and numbers.
 */
@NullMarked
package nl.buurtpuls.ingest.limit;

import org.jspecify.annotations.NullMarked;
