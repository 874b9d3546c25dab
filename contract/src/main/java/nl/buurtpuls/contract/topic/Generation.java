package nl.buurtpuls.contract.topic;

import java.util.Set;

/**
 * One making of all figures from the mutations. While the next is made it stands beside the one that is read, with topics,
 * consumer groups and tables of its own (ADR 19); what is not made from mutations alone is everybody's.
 *
 * @param number 1 for the first, whose names are the plain ones
 */
public record Generation(int number) {

    public static final Generation FIRST = new Generation(1);

    private static final Set<Topic> OF_EACH = Set.of(Topic.LEDGER, Topic.SNAPSHOTS, Topic.MUNICIPAL_FIGURES);

    public Generation {
        if (number < 1) {
            throw new IllegalArgumentException("generations are counted from 1, not " + number);
        }
    }

    /** What its topics are called. */
    public String nameOf(Topic topic) {
        return OF_EACH.contains(topic) ? nameOf(topic.topicName()) : topic.topicName();
    }

    /** What stands in this generation for something that the first has under a name, a consumer group say. */
    public String nameOf(String first) {
        return equals(FIRST) ? first : first + number;
    }
}
