/**
 * Published figures as metrics, for dashboards that read Prometheus.
 */
@NullMarked
package nl.buurtpuls.report.gauge;

import org.jspecify.annotations.NullMarked;
