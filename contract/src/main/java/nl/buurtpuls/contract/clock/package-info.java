/** What a service asks of the machine's clock: that it goes on. */
@NullMarked
package nl.buurtpuls.contract.clock;

import org.jspecify.annotations.NullMarked;
