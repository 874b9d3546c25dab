/** The Kafka topics between the services: names, keys and how long they keep what. */
@NullMarked
package nl.buurtpuls.contract.topic;

import org.jspecify.annotations.NullMarked;
