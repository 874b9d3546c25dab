/**
 * Several instances of indicator-service on one topic: how fast, how long a newcomer holds the others up, how soon one that
 * was killed is replaced, and whether every figure is right in the end.
 */
@NullMarked
package nl.buurtpuls.benchmark.instances;

import org.jspecify.annotations.NullMarked;
