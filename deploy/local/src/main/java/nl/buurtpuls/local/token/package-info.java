/**
 * Bearer tokens of this machine: a throw-away key pair in the data folder stands in for an OpenID Connect provider, so that
 * the services check tokens here by the same code as anywhere.
 */
@NullMarked
package nl.buurtpuls.local.token;

import org.jspecify.annotations.NullMarked;
