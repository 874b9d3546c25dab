/**
 * How to reach the brokers.
 */
@NullMarked
package nl.buurtpuls.indicator.broker;

import org.jspecify.annotations.NullMarked;
