package nl.buurtpuls.indicator.stream;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.rocksdb.FlushOptions;
import org.rocksdb.Options;
import org.rocksdb.RocksDB;
import org.rocksdb.RocksDBException;

class StateFolderTest {

    private static final int ENTRIES = 5_000;

    @TempDir
    Path folder;

    @BeforeEach
    void fillStoresOfTwoTasks() throws Exception {
        fill(folder.resolve("0_0"));
        fill(folder.resolve("0_1"));
        Files.createDirectories(folder.resolve("0_2"));
    }

    @Test
    void whatIsWholeIsGoneOnWith() throws Exception {
        new StateFolder(folder).discardSpoilt();

        assertThat(entries("0_0")).isEqualTo(ENTRIES);
        assertThat(entries("0_1")).isEqualTo(ENTRIES);
    }

    @ParameterizedTest
    @ValueSource(strings = {".sst", "MANIFEST-", "CURRENT"})
    void whatIsSpoiltIsTakenAwayWithItsTaskAlone(String file) throws Exception {
        spoil(folder.resolve("0_1"), file);

        new StateFolder(folder).discardSpoilt();

        assertThat(folder.resolve("0_1")).doesNotExist();
        assertThat(entries("0_0")).isEqualTo(ENTRIES);
    }

    @Test
    void anotherStateThanThatOfATaskIsLeftAlone() throws IOException {
        Path other = Files.createDirectories(folder.resolve("other/rocksdb/pages"));

        new StateFolder(folder).discardSpoilt();
        new StateFolder(folder.resolve("not there")).discardSpoilt();

        assertThat(other).exists();
    }

    private static void fill(Path task) throws Exception {
        Path store = Files.createDirectories(task.resolve("rocksdb/pages"));
        try (Options options = new Options().setCreateIfMissing(true);
                FlushOptions flush = new FlushOptions();
                RocksDB opened = RocksDB.open(options, store.toString())) {
            for (int i = 0; i < ENTRIES; i++) {
                opened.put(ByteBuffer.allocate(4).putInt(i).array(), new byte[100]);
            }
            opened.flush(flush);
        }
    }

    private int entries(String task) throws RocksDBException {
        int entries = 0;
        try (RocksDB opened = RocksDB.openReadOnly(
                        folder.resolve(task).resolve("rocksdb/pages").toString());
                var all = opened.newIterator()) {
            for (all.seekToFirst(); all.isValid(); all.next()) {
                entries++;
            }
            all.status();
        }
        return entries;
    }

    private static void spoil(Path task, String part) throws IOException {
        try (Stream<Path> files = Files.walk(task)) {
            List<Path> named = files.filter(
                            file -> file.getFileName().toString().contains(part))
                    .toList();
            assertThat(named).isNotEmpty();
            for (Path each : named) {
                try (RandomAccessFile file = new RandomAccessFile(each.toFile(), "rw")) {
                    file.seek(file.length() / 4);
                    file.write("spoilt".getBytes(java.nio.charset.StandardCharsets.US_ASCII));
                }
            }
        }
    }
}
