package nl.buurtpuls.indicator.stream;

import io.micrometer.core.instrument.Meter;
import io.micrometer.core.instrument.config.MeterFilter;
import io.micrometer.core.instrument.config.MeterFilterReply;
import jakarta.inject.Singleton;
import java.util.Set;

/**
 * Leaves out most of what Kafka Streams counts of each store: some eighty numbers, most of which it does not even measure at
 * this level, of some ten stores for each partition. They were three quarters of what Prometheus had to read.
 */
@Singleton
final class StoreMetrics implements MeterFilter {

    private static final String OF_A_STORE = "kafka.stream.state.";

    private static final Set<String> KEPT = Set.of(
            OF_A_STORE + "background.errors",
            OF_A_STORE + "block.cache.usage",
            OF_A_STORE + "estimate.num.keys",
            OF_A_STORE + "estimate.pending.compaction.bytes",
            OF_A_STORE + "size.all.mem.tables",
            OF_A_STORE + "total.sst.files.size");

    @Override
    public MeterFilterReply accept(Meter.Id id) {
        String name = id.getName();
        return name.startsWith(OF_A_STORE) && !KEPT.contains(name) ? MeterFilterReply.DENY : MeterFilterReply.NEUTRAL;
    }
}
