/**
 * Errors as callers of every service meet them: RFC 9457 problem details. Only their form.
 */
@NullMarked
package nl.buurtpuls.contract.problem;

import org.jspecify.annotations.NullMarked;
