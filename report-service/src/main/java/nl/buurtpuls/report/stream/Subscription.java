package nl.buurtpuls.report.stream;

import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import nl.buurtpuls.contract.area.Area;
import nl.buurtpuls.contract.area.AreaTable;

/**
 * What a client follows.
 *
 * @param topics at least one
 * @param areas of snapshots these themselves, of alerts all that lies in them too; none stands for all, which is for alerts
 *     alone
 * @param table where areas lie
 */
record Subscription(Set<StreamTopic> topics, Set<Area> areas, AreaTable table) {

    /** Each area is a whole snapshot now and then; a municipality's buurten are some hundred. */
    static final int MOST_AREAS = 500;

    Subscription {
        topics = Set.copyOf(topics);
        areas = Set.copyOf(areas);
        if (areas.isEmpty() && topics.contains(StreamTopic.SNAPSHOTS)) {
            throw new IllegalArgumentException("snapshots are followed of areas that are named");
        }
    }

    /** The areas whose snapshots it follows. */
    Set<Area> snapshots() {
        return topics.contains(StreamTopic.SNAPSHOTS) ? areas : Set.of();
    }

    /** Whether an entry of the board is for it. */
    Predicate<Board.Entry> filter() {
        Set<String> codes = areas.stream().map(Area::code).collect(Collectors.toSet());
        return entry -> topics.contains(entry.thing().topic())
                && switch (entry.thing().topic()) {
                    case SNAPSHOTS -> codes.contains(entry.area());
                    case ALERTS ->
                        codes.isEmpty() || table.upFrom(entry.area()).stream().anyMatch(codes::contains);
                };
    }
}
