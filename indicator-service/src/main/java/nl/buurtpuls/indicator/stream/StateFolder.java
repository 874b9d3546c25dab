package nl.buurtpuls.indicator.stream;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.jboss.logging.Logger;
import org.rocksdb.ColumnFamilyDescriptor;
import org.rocksdb.ColumnFamilyHandle;
import org.rocksdb.DBOptions;
import org.rocksdb.Options;
import org.rocksdb.RocksDB;
import org.rocksdb.RocksDBException;

/**
 * What an earlier run has left of the stores. It is read whole before it is gone on with: where RocksDB meets a block that is
 * spoilt while it goes through a range, Kafka Streams takes that for the end of the range, and figures would be too small
 * without a word. A task with anything that does not agree with its checksums is deleted, and restored from its changelogs.
 */
final class StateFolder {

    private static final Logger LOG = Logger.getLogger(StateFolder.class);
    private static final String TASK = "\\d+_\\d+";

    private final Path folder;

    /** The folder of an application; it need not be there. */
    StateFolder(Path folder) {
        this.folder = folder;
    }

    /** Deletes the tasks that are spoilt. */
    void discardSpoilt() {
        for (Path task : in(folder)) {
            if (task.getFileName().toString().matches(TASK)) {
                discardIfSpoilt(task);
            }
        }
    }

    private static void discardIfSpoilt(Path task) {
        for (Path store : in(task.resolve("rocksdb"))) {
            try {
                verify(store);
            } catch (RocksDBException | IllegalArgumentException e) {
                // The latter where it is not even told what is in it.
                LOG.warnf("%s is spoilt, and is restored from its changelogs: %s", store, e.getMessage());
                delete(task);
                return;
            }
        }
    }

    private static void verify(Path store) throws RocksDBException {
        RocksDB.loadLibrary();
        List<ColumnFamilyDescriptor> families = new ArrayList<>();
        List<ColumnFamilyHandle> handles = new ArrayList<>();
        try (Options options = new Options();
                DBOptions all = new DBOptions()) {
            RocksDB.listColumnFamilies(options, store.toString())
                    .forEach(name -> families.add(new ColumnFamilyDescriptor(name)));
            try (RocksDB opened = RocksDB.openReadOnly(all, store.toString(), families, handles)) {
                opened.verifyChecksum();
                handles.forEach(ColumnFamilyHandle::close);
            }
        }
    }

    private static List<Path> in(Path folder) {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> inside = Files.list(folder)) {
            return inside.filter(Files::isDirectory).sorted().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void delete(Path folder) {
        try (Stream<Path> inside = Files.walk(folder)) {
            for (Path path : inside.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(path);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
