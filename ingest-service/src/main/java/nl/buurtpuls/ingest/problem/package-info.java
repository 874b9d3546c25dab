/**
 * Errors as senders meet them: RFC 9457 problem details.
 */
@NullMarked
package nl.buurtpuls.ingest.problem;

import org.jspecify.annotations.NullMarked;
