/**
 * What is published of persons, told to its readers: the rules of disclosure control.
 */
@NullMarked
package nl.buurtpuls.report.publication;

import org.jspecify.annotations.NullMarked;
