package nl.buurtpuls.local.load;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.zip.GZIPInputStream;

/** The lines of a file, some thousands at a time: few enough to keep in memory and to send again. */
final class EventChunks implements Closeable {
    private static final int BUFFER = 1 << 16;

    private final InputStream in;
    private final int linesPerChunk;
    private long linesSoFar;

    private EventChunks(InputStream in, int linesPerChunk) {
        this.in = in;
        this.linesPerChunk = linesPerChunk;
    }

    static EventChunks of(Path file, int linesPerChunk) throws IOException {
        InputStream raw = Files.newInputStream(file);
        try {
            InputStream plain = file.getFileName().toString().endsWith(".gz") ? new GZIPInputStream(raw, BUFFER) : raw;
            return new EventChunks(new BufferedInputStream(plain, BUFFER), linesPerChunk);
        } catch (IOException e) {
            raw.close();
            throw e;
        }
    }

    /**
     * Some lines.
     *
     * @param linesBefore how many lines of the file come before them
     * @param lines how many they are
     * @param bytes the lines, each with its end
     */
    record Chunk(long linesBefore, int lines, byte[] bytes) {}

    Optional<Chunk> next() throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(BUFFER);
        int lines = 0;
        boolean inLine = false;
        int next;
        while (lines < linesPerChunk && (next = in.read()) >= 0) {
            bytes.write(next);
            inLine = next != '\n';
            if (!inLine) {
                lines++;
            }
        }
        if (inLine) {
            bytes.write('\n');
            lines++;
        }
        if (lines == 0) {
            return Optional.empty();
        }
        long before = linesSoFar;
        linesSoFar += lines;
        return Optional.of(new Chunk(before, lines, bytes.toByteArray()));
    }

    @Override
    public void close() throws IOException {
        in.close();
    }
}
