/**
 * The areas that figures are about: CBS codes, names, how they nest, how large they are and which are neighbours. The
 * table is data (CSV files beside these classes), which an operator can replace.
 */
@NullMarked
package nl.buurtpuls.contract.area;

import org.jspecify.annotations.NullMarked;
