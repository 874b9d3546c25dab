/**
 * A real PostgreSQL as a child process, from binaries that are Maven artifacts. Usable alone, from tests and
 * benchmarks.
 */
@NullMarked
package nl.buurtpuls.local.postgres;

import org.jspecify.annotations.NullMarked;
