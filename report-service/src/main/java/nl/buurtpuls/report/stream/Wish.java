package nl.buurtpuls.report.stream;

import java.util.Set;

/**
 * What a client follows.
 *
 * @param topics at least one
 * @param areas codes; none stands for all, which is for alerts alone
 */
record Wish(Set<StreamTopic> topics, Set<String> areas) {

    /** Each area is a whole snapshot now and then; a municipality's buurten are some hundred. */
    static final int MOST_AREAS = 500;

    Wish {
        topics = Set.copyOf(topics);
        areas = Set.copyOf(areas);
        if (areas.isEmpty() && topics.contains(StreamTopic.SNAPSHOTS)) {
            throw new IllegalArgumentException("snapshots are followed of areas that are named");
        }
    }

    boolean includes(Board.Entry entry) {
        return topics.contains(entry.thing().topic()) && (areas.isEmpty() || areas.contains(entry.area()));
    }
}
