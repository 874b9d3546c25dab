/**
 * Memory for the bodies of requests: no more of it than there is, and no thread that waits while they come. What is in
 * them, others know.
 */
@NullMarked
package nl.buurtpuls.ingest.body;

import org.jspecify.annotations.NullMarked;
