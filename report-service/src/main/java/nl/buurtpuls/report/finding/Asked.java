package nl.buurtpuls.report.finding;

import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Which findings are asked for.
 *
 * @param municipalities CBS codes; empty for all there are
 * @param kind code of a kind; {@code null} for all
 * @param from found from then on; {@code null} for as far back as they are kept
 */
record Asked(
        Set<String> municipalities,
        @Nullable String kind,
        @Nullable Instant from) {}
