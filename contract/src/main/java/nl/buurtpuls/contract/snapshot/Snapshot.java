package nl.buurtpuls.contract.snapshot;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Every indicator of one area on one date.
 *
 * @param area code
 * @param name the area's name, or its code where the area table lacks it
 * @param date the date of the figures
 * @param updatedAt when the newest mutation in these figures was processed
 * @param dataFrom first day on which the municipality has a resident; {@code null} while there are no data
 * @param indicators by indicator id
 */
public record Snapshot(
        String area,
        String name,
        LocalDate date,
        @Nullable Instant updatedAt,
        @Nullable LocalDate dataFrom,
        Map<String, Point> indicators) {}
