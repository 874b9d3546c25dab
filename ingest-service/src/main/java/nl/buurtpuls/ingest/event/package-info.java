/**
 * What a sender may send: the calls, and the rules that each event must keep.
 */
@NullMarked
package nl.buurtpuls.ingest.event;

import org.jspecify.annotations.NullMarked;
