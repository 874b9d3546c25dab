/**
 * Who may read, and what: bearer tokens of any OpenID Connect provider and the roles they give. {@link
 * nl.buurtpuls.report.access.Reader} tells the rest of the service who reads.
 */
@NullMarked
package nl.buurtpuls.report.access;

import org.jspecify.annotations.NullMarked;
