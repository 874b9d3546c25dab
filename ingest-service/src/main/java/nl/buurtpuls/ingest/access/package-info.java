/**
 * Who may push: bearer tokens of any OpenID Connect provider, the role they give and the municipalities they speak for.
 */
@NullMarked
package nl.buurtpuls.ingest.access;

import org.jspecify.annotations.NullMarked;
