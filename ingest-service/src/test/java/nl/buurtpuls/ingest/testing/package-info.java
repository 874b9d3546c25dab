/**
 * Real parts for the tests, and what they need to look into them.
 */
@NullMarked
package nl.buurtpuls.ingest.testing;

import org.jspecify.annotations.NullMarked;
