/**
 * The dashboard: pages for people at {@code /}. They stand in {@code META-INF/resources} and ask the same API as anyone;
 * here is only what the service does for them.
 */
@NullMarked
package nl.buurtpuls.report.dashboard;

import org.jspecify.annotations.NullMarked;
