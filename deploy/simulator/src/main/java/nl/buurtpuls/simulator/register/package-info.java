/**
 * The register office: gives each fact an event id and the moment it was written down, in office hours, and keeps the
 * order of the stream.
 * What the facts are about is no business of this package.
 */
@NullMarked
package nl.buurtpuls.simulator.register;

import org.jspecify.annotations.NullMarked;
