/**
 * Requests that a person leave every store. What they ask is done in indicator-service.
 */
@NullMarked
package nl.buurtpuls.ingest.erasure;

import org.jspecify.annotations.NullMarked;
