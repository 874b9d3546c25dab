package nl.buurtpuls.ingest.bulk;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import nl.buurtpuls.ingest.publish.PublishConfig;
import nl.buurtpuls.ingest.testing.Moves;

/**
 * A program: takes so many generated lines in one bulk load, one in a thousand of them bad, and prints the end of the
 * answer. It is run in a JVM whose heap is a fraction of what comes in.
 */
public final class BulkUnderSmallHeap {

    private BulkUnderSmallHeap() {}

    public static void main(String[] args) throws IOException {
        long lines = Long.parseLong(args[0]);
        Generated body = new Generated(lines);
        Tail answer = new Tail();

        BulkLoads.take(body, answer, PublishConfig.Answering.AS_IT_GOES);

        System.out.println(answer.last() + " after " + answer.told + " times progress and bytes: " + body.sent);
    }

    /** Lines that are made as they are read. */
    private static final class Generated extends InputStream {
        private final long lines;
        private long line;
        private long sent;
        private byte[] current = {};
        private int at;

        Generated(long lines) {
            this.lines = lines;
        }

        @Override
        public int read() {
            throw new UnsupportedOperationException("read many at a time");
        }

        @Override
        public int read(byte[] into, int offset, int length) {
            if (at == current.length) {
                if (line == lines) {
                    return -1;
                }
                line++;
                String text = line % 1000 == 0 ? "{}" : Moves.of("line-" + line, "GM0363");
                current = (text + "\n").getBytes(StandardCharsets.US_ASCII);
                at = 0;
            }
            int read = Math.min(length, current.length - at);
            System.arraycopy(current, at, into, offset, read);
            at += read;
            sent += read;
            return read;
        }
    }

    /** Keeps the end of what is written. */
    private static final class Tail extends OutputStream {
        private String last = "";
        private long told;

        @Override
        public void write(int b) {
            // Ends of lines.
        }

        @Override
        public void write(byte[] bytes, int offset, int length) {
            last = new String(bytes, offset, length, StandardCharsets.UTF_8).strip();
            told += last.startsWith("{\"acknowledgedThroughLine\":") ? 1 : 0;
        }

        String last() {
            return last;
        }
    }
}
