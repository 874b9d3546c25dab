package nl.buurtpuls.ingest.search;

import java.util.Set;
import java.util.function.Function;
import nl.buurtpuls.contract.topic.Topic;
import org.jspecify.annotations.Nullable;

/**
 * What is looked for.
 *
 * @param topic where
 * @param keys under which keys; empty for under any
 * @param reading what to keep of a record; {@code null} for nothing
 * @param most how much to keep: once there is so much, what is older is not looked at
 */
public record Query<T>(Topic topic, Set<String> keys, Function<TopicRecord, @Nullable T> reading, int most) {}
