package nl.buurtpuls.contract.topic;

import java.nio.charset.StandardCharsets;
import org.apache.kafka.common.utils.Utils;

/** Where everything of a municipality is: in the partition of its mutations, whatever a record's own key. */
public final class MunicipalPartition {

    private MunicipalPartition() {}

    /** Which of so many partitions, as Kafka's producers choose it for a key that is the municipality's code. */
    public static int of(String municipality, int partitions) {
        byte[] key = municipality.getBytes(StandardCharsets.UTF_8);
        return Utils.toPositive(Utils.murmur2(key)) % partitions;
    }
}
