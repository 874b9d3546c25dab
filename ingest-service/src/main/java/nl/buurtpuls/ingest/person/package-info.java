/**
 * Persons at the door: a BSN comes in, a pseudonym goes on. Nothing behind this package sees a BSN.
 */
@NullMarked
package nl.buurtpuls.ingest.person;

import org.jspecify.annotations.NullMarked;
