package nl.buurtpuls.indicator.stream;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import nl.buurtpuls.contract.area.AreaTable;
import nl.buurtpuls.contract.topic.Topic;
import org.apache.kafka.clients.producer.internals.BuiltInPartitioner;
import org.junit.jupiter.api.Test;

class LedgerPartitionerTest {

    private static final int PARTITIONS = 24;

    private final LedgerPartitioner partitioner = new LedgerPartitioner(AreaTable.shipped());

    @Test
    void allOfAMunicipalityIsWhereItsMutationsAre() {
        int ofMutations = BuiltInPartitioner.partitionForKey("GM0917".getBytes(StandardCharsets.UTF_8), PARTITIONS);

        assertThat(Stream.of("GM0917", "HN", "WK091721", "BU09172100", "BU09179999")
                        .flatMap(area -> Stream.of(
                                area + "|population|-|2024-05-02", area + "|residents|social-assistance|2024-05-03"))
                        .map(this::partitions))
                .containsOnly(Set.of(ofMutations));
    }

    @Test
    void allOfAnAreaAboveIsTogetherToo() {
        assertThat(Stream.of("PV31|population|-|2024-05-02", "PV31|arrivals|abroad|2024-05-03")
                        .map(this::partitions)
                        .collect(Collectors.toSet()))
                .hasSize(1);
    }

    private Set<Integer> partitions(String key) {
        return partitioner
                .partitions(Topic.LEDGER.topicName(), key, new byte[0], PARTITIONS)
                .orElseThrow();
    }
}
