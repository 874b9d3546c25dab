package nl.buurtpuls.report.series;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.time.LocalDate;
import nl.buurtpuls.report.disclosure.PublishedPoint;

/** A figure on a date. */
public record DatedPoint(LocalDate date, @JsonUnwrapped PublishedPoint point) {}
