/**
 * Who may do what: the roles a token gives, the municipalities it speaks for, and how a call without the right is answered.
 * Values only: tokens are read by the services.
 */
@NullMarked
package nl.buurtpuls.contract.access;

import org.jspecify.annotations.NullMarked;
