package nl.buurtpuls.indicator.stream;

import io.smallrye.config.SmallRyeConfig;
import java.time.Duration;
import java.util.Map;
import org.apache.kafka.streams.state.RocksDBConfigSetter;
import org.eclipse.microprofile.config.ConfigProvider;
import org.rocksdb.BlockBasedTableConfig;
import org.rocksdb.BloomFilter;
import org.rocksdb.Cache;
import org.rocksdb.LRUCache;
import org.rocksdb.Options;
import org.rocksdb.RocksDB;
import org.rocksdb.WriteBufferManager;

/**
 * Bounds the memory of RocksDB: all stores of this process share one block cache, and their write buffers are counted
 * in it. Left alone, each of the many stores would take its own.
 */
public final class StoreMemory implements RocksDBConfigSetter {

    /** What was taken out of a store is rewritten away from its files by then. */
    private static final Duration LONGEST_ON_DISK = Duration.ofDays(7);

    /**
     * What a store takes for its first write, and then again and again. By default it is 1 MiB: a few hundred stores that were
     * written to once would fill what all share, and what is written then would go into small files, to be merged later.
     */
    private static final long WRITE_BLOCK_BYTES = 64 * 1024;

    private static final class Shared {
        private static final Cache CACHE;
        private static final WriteBufferManager WRITE_BUFFERS;

        static {
            RocksDB.loadLibrary();
            // Kafka Streams makes this object, so nothing is injected into it.
            long bytes = 1024L
                    * 1024
                    * ConfigProvider.getConfig()
                            .unwrap(SmallRyeConfig.class)
                            .getConfigMapping(IndicatorConfig.class)
                            .storesMemoryMib();
            CACHE = new LRUCache(bytes);
            WRITE_BUFFERS = new WriteBufferManager(bytes / 2, CACHE);
        }
    }

    @Override
    public void setConfig(String storeName, Options options, Map<String, Object> configs) {
        BlockBasedTableConfig table = (BlockBasedTableConfig) options.tableFormatConfig();
        table.setBlockCache(Shared.CACHE);
        table.setCacheIndexAndFilterBlocks(true);
        table.setPinL0FilterAndIndexBlocksInCache(true);
        table.setFilterPolicy(new BloomFilter(10));
        options.setTableFormatConfig(table);
        options.setWriteBufferManager(Shared.WRITE_BUFFERS);
        options.setArenaBlockSize(WRITE_BLOCK_BYTES);
        options.setPeriodicCompactionSeconds(LONGEST_ON_DISK.toSeconds());
    }

    @Override
    public void close(String storeName, Options options) {
        // What is shared lives as long as the process.
    }
}
