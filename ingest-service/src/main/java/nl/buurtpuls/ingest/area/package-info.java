/**
 * The area table as this service is set up with.
 */
@NullMarked
package nl.buurtpuls.ingest.area;

import org.jspecify.annotations.NullMarked;
