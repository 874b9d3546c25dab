/**
 * Context figures: what others have published about areas. Taken in as CSV, kept in PostgreSQL, shown with source and
 * period. They are public as they are: disclosure control has no say in them.
 */
@NullMarked
package nl.buurtpuls.report.context;

import org.jspecify.annotations.NullMarked;
