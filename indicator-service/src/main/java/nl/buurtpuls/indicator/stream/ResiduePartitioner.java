package nl.buurtpuls.indicator.stream;

import java.util.Optional;
import java.util.Set;
import nl.buurtpuls.contract.topic.ResidueKey;
import org.apache.kafka.streams.processor.StreamPartitioner;

/** Puts residues into the partition that has the mutations they follow from. */
final class ResiduePartitioner implements StreamPartitioner<String, byte[]> {

    @Override
    public Optional<Set<Integer>> partitions(String topic, String key, byte[] value, int partitions) {
        return Optional.of(Set.of(ResidueKey.parse(key).partition(partitions)));
    }
}
