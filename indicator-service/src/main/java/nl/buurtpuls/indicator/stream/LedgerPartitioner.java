package nl.buurtpuls.indicator.stream;

import java.util.Optional;
import java.util.Set;
import nl.buurtpuls.contract.area.AreaTable;
import nl.buurtpuls.contract.topic.MunicipalPartition;
import org.apache.kafka.streams.processor.StreamPartitioner;

/**
 * Puts all cells of a municipality and what lies in it into one partition, and so those of each area above it. By their own
 * keys the cells of one change would lie in several, and who reads those apart, as two instances of report-service do, would
 * show a part of the change without the rest for as long as one of them stands still.
 */
final class LedgerPartitioner implements StreamPartitioner<String, byte[]> {

    private final AreaTable areas;

    LedgerPartitioner(AreaTable areas) {
        this.areas = areas;
    }

    @Override
    public Optional<Set<Integer>> partitions(String topic, String key, byte[] value, int partitions) {
        String area = key.substring(0, key.indexOf('|'));
        String place = areas.placeOf(area);
        return Optional.of(Set.of(MunicipalPartition.of(place, partitions)));
    }
}
