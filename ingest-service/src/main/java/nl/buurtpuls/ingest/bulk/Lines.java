package nl.buurtpuls.ingest.bulk;

import java.io.IOException;
import java.io.InputStream;
import nl.buurtpuls.ingest.event.EventReader;

/** The lines of a stream, one at a time, blank ones passed over. A line that is too long is skipped, not kept. */
final class Lines {

    private static final int LONGEST = EventReader.LONGEST;

    private final InputStream in;
    private final byte[] buffer = new byte[2 * LONGEST];
    private int start;
    private int end;
    private int read;
    private long number;
    private boolean tooLong;
    private boolean finished;

    /**
     * @param before number of the line before the first, 0 unless these go on where others ended
     */
    Lines(InputStream in, long before) {
        this.in = in;
        this.number = before;
    }

    /** Goes to the next line that is not blank; false if there is none. */
    boolean next() throws IOException {
        do {
            if (!advance()) {
                return false;
            }
        } while (!tooLong && isBlank());
        return true;
    }

    private boolean advance() throws IOException {
        tooLong = false;
        start = Math.min(end + 1, read);
        end = start;
        while (true) {
            while (end < read && buffer[end] != '\n') {
                end++;
            }
            if (end < read) {
                number++;
                return true;
            }
            if (finished) {
                number++;
                return start < read || tooLong;
            }
            if (end - start > LONGEST) {
                tooLong = true;
                start = end;
            }
            fill();
        }
    }

    private void fill() throws IOException {
        if (start > 0) {
            System.arraycopy(buffer, start, buffer, 0, read - start);
            end -= start;
            read -= start;
            start = 0;
        }
        int more = in.read(buffer, read, buffer.length - read);
        if (more < 0) {
            finished = true;
        } else {
            read += more;
        }
    }

    private boolean isBlank() {
        for (int i = start; i < end; i++) {
            if (buffer[i] != ' ' && buffer[i] != '\t' && buffer[i] != '\r') {
                return false;
            }
        }
        return true;
    }

    boolean isTooLong() {
        return tooLong || end - start > LONGEST;
    }

    /** Number of the line, from 1 or after the line before; blank ones count. */
    long number() {
        return number;
    }

    byte[] bytes() {
        return buffer;
    }

    int offset() {
        return start;
    }

    int length() {
        return end - start;
    }
}
