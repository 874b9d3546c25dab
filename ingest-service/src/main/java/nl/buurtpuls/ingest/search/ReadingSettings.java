package nl.buurtpuls.ingest.search;

import java.util.Map;
import nl.buurtpuls.ingest.publish.Broker;
import org.apache.kafka.clients.consumer.ConsumerConfig;

/** How a reader of whole topics is set: little memory, no group, nothing made or committed. */
final class ReadingSettings {

    private static final int MEBIBYTE = 1024 * 1024;

    private ReadingSettings() {}

    static Map<String, Object> of(Broker broker) {
        Map<String, Object> settings = broker.settings();
        settings.put(ConsumerConfig.CLIENT_ID_CONFIG, "ingest-service-search");
        settings.put(ConsumerConfig.ISOLATION_LEVEL_CONFIG, "read_committed");
        settings.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
        settings.put(ConsumerConfig.ALLOW_AUTO_CREATE_TOPICS_CONFIG, false);
        settings.put(ConsumerConfig.FETCH_MAX_BYTES_CONFIG, 8 * MEBIBYTE);
        settings.put(ConsumerConfig.MAX_PARTITION_FETCH_BYTES_CONFIG, 2 * MEBIBYTE);
        settings.put(ConsumerConfig.MAX_POLL_RECORDS_CONFIG, 5000);
        // A search ends with the topic, where a broker would wait for half a second whether there is more.
        settings.put(ConsumerConfig.FETCH_MAX_WAIT_MS_CONFIG, 10);
        // The broker has checked them, and a batch that is broken cannot be read anyway.
        settings.put(ConsumerConfig.CHECK_CRCS_CONFIG, false);
        settings.put(ConsumerConfig.DEFAULT_API_TIMEOUT_MS_CONFIG, 5000);
        settings.put(ConsumerConfig.REQUEST_TIMEOUT_MS_CONFIG, 4000);
        settings.put(ConsumerConfig.RECONNECT_BACKOFF_MAX_MS_CONFIG, 500);
        return settings;
    }
}
