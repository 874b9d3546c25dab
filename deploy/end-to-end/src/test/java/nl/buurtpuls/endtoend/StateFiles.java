package nl.buurtpuls.endtoend;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import nl.buurtpuls.local.process.DataFolder;

/** The files in which indicator-service keeps its copy of what Kafka holds, while it does not run. */
record StateFiles(DataFolder data) {

    private static final int OVERWRITTEN = 200;

    /** Takes all of them away. */
    void wipe() {
        data.remove(data.indicatorState());
    }

    /** Waits until some are there again: from then on they are being restored. */
    void awaitSome(int mostMillis) throws InterruptedException {
        long giveUp = System.nanoTime() + mostMillis * 1_000_000L;
        while (tables("").isEmpty() && System.nanoTime() < giveUp) {
            Thread.sleep(20);
        }
    }

    /**
     * Overwrites bytes in them, as a disk that fails does: in tables with data, in what tells which tables there are, or in
     * where that stands. About half of all such files are spoilt, at least one where there is any.
     */
    void spoil(Random random) {
        List<Path> files = tables(List.of(".sst", "/MANIFEST-", "/CURRENT").get(random.nextInt(3)));
        if (!files.isEmpty()) {
            int certain = random.nextInt(files.size());
            for (int i = 0; i < files.size(); i++) {
                if (i == certain || random.nextBoolean()) {
                    overwrite(files.get(i), random);
                }
            }
        }
    }

    private List<Path> tables(String part) {
        if (!Files.exists(data.indicatorState())) {
            return List.of();
        }
        try (Stream<Path> files = Files.walk(data.indicatorState())) {
            return files.filter(file -> file.toString().contains("/rocksdb/")
                            && file.toString().contains(part))
                    .filter(Files::isRegularFile)
                    .toList();
        } catch (IOException | UncheckedIOException e) {
            // They change while they are looked at.
            return List.of();
        }
    }

    /** In the first half: in a table that is where the data stands. */
    private static void overwrite(Path path, Random random) {
        try (RandomAccessFile file = new RandomAccessFile(path.toFile(), "rw")) {
            byte[] noise = new byte[(int) Math.min(OVERWRITTEN, file.length() / 2)];
            random.nextBytes(noise);
            file.seek(random.nextLong(Math.max(1, file.length() / 2 - noise.length)));
            file.write(noise);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
