/**
 * Traces of all services: how a record carries the one it belongs to, and that none tells what callers wrote themselves.
 */
@NullMarked
package nl.buurtpuls.contract.trace;

import org.jspecify.annotations.NullMarked;
