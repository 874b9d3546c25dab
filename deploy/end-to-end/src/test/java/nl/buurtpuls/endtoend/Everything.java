package nl.buurtpuls.endtoend;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import nl.buurtpuls.local.kafka.TopicReader;
import nl.buurtpuls.local.stack.Service;
import nl.buurtpuls.local.stack.Stack;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.IsolationLevel;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

/** All that a stack has written down, wherever that is: to look for what must not be there. */
record Everything(Stack stack) {

    /** Takes a text and the place it stands in. */
    @FunctionalInterface
    interface Reader {
        void read(String place, String text);
    }

    /** Reads topics, tables, logs and metrics. */
    void read(Reader reader) throws IOException, InterruptedException, SQLException, ExecutionException {
        records().forEach((topic, records) -> records.forEach(record -> reader.read(topic, text(record))));
        rows(reader);
        for (Service service : Service.values()) {
            reader.read(
                    "the log of " + service.processName(),
                    Files.readString(stack.data().log(service.processName()), StandardCharsets.ISO_8859_1));
            reader.read("the metrics of " + service.processName(), new Running(stack).metrics(service));
        }
    }

    /** The records of every topic, of the broker's own and changelogs too, also those of transactions that were broken off. */
    Map<String, List<ConsumerRecord<byte[], byte[]>>> records() {
        Map<String, List<ConsumerRecord<byte[], byte[]>>> records = new LinkedHashMap<>();
        try (TopicReader<byte[]> reader = new TopicReader<>(
                stack.kafka().bootstrapServers(), new ByteArrayDeserializer(), IsolationLevel.READ_UNCOMMITTED)) {
            for (String topic : reader.topics()) {
                records.put(topic, reader.read(topic));
            }
        }
        return records;
    }

    /** What a compacted topic keeps of records once they are cleaned: the last of each key, if it has a value. */
    static List<ConsumerRecord<byte[], byte[]>> kept(List<ConsumerRecord<byte[], byte[]>> records) {
        Map<String, ConsumerRecord<byte[], byte[]>> last = new HashMap<>();
        records.forEach(record -> last.put(record.partition() + " " + latin(record.key()), record));
        return last.values().stream().filter(record -> record.value() != null).toList();
    }

    /** Key, value and headers of a record, a character a byte. */
    static String text(ConsumerRecord<byte[], byte[]> record) {
        StringBuilder text = new StringBuilder(latin(record.key())).append('\n').append(latin(record.value()));
        for (Header header : record.headers()) {
            text.append('\n').append(header.key()).append('=').append(latin(header.value()));
        }
        return text.toString();
    }

    private static String latin(byte[] bytes) {
        return bytes == null ? "" : new String(bytes, StandardCharsets.ISO_8859_1);
    }

    /** Each row of each table, as PostgreSQL writes it as text. */
    void rows(Reader reader) throws SQLException {
        try (Connection connection = stack.postgres().connect();
                Statement statement = connection.createStatement()) {
            List<String> tables = new ArrayList<>();
            try (ResultSet names = statement.executeQuery(
                    "select table_name from information_schema.tables where table_schema = 'public'")) {
                while (names.next()) {
                    tables.add(names.getString(1));
                }
            }
            for (String table : tables) {
                try (ResultSet rows = statement.executeQuery("select t::text from \"" + table + "\" t")) {
                    while (rows.next()) {
                        reader.read("the table " + table, rows.getString(1));
                    }
                }
            }
        }
    }
}
