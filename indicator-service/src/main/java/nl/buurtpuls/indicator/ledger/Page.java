package nl.buurtpuls.indicator.ledger;

import java.util.Arrays;
import nl.buurtpuls.contract.indicator.Series;
import nl.buurtpuls.indicator.binary.Decoder;
import nl.buurtpuls.indicator.binary.Encoder;
import org.jspecify.annotations.Nullable;

/**
 * All cells of one area on one day. An event changes several of them at once, so they are stored together: one row for
 * what would be a dozen.
 */
public final class Page {

    /** Takes a cell and a number of it. */
    @FunctionalInterface
    public interface Reader {
        void read(Series series, long n);
    }

    private static final int VERSION = 2;

    /** In rising order; a code that this version does not know is kept as it is. */
    private int[] codes;

    private long[] values;
    private int size;

    /** An empty page. */
    public Page() {
        this(8);
    }

    private Page(int room) {
        codes = new int[room];
        values = new long[room];
    }

    /** n more of a series. */
    public void add(Series series, long n) {
        add(series.code(), n);
    }

    /** Everything that another page holds, on top. */
    public void add(Page changes) {
        for (int i = 0; i < changes.size; i++) {
            add(changes.codes[i], changes.values[i]);
        }
    }

    private void add(int code, long n) {
        int found = Arrays.binarySearch(codes, 0, size, code);
        if (found >= 0) {
            values[found] += n;
            return;
        }
        int at = -found - 1;
        makeRoom();
        System.arraycopy(codes, at, codes, at + 1, size - at);
        System.arraycopy(values, at, values, at + 1, size - at);
        codes[at] = code;
        values[at] = n;
        size++;
    }

    private void makeRoom() {
        if (size == codes.length) {
            codes = Arrays.copyOf(codes, 2 * size);
            values = Arrays.copyOf(values, 2 * size);
        }
    }

    /** The value of a series. */
    public long value(Series series) {
        int found = Arrays.binarySearch(codes, 0, size, series.code());
        return found >= 0 ? values[found] : 0;
    }

    /** Gives each value that is not 0. */
    public void values(Reader reader) {
        for (int i = 0; i < size; i++) {
            Series series = Series.ofCode(codes[i]);
            if (series != null && values[i] != 0) {
                reader.read(series, values[i]);
            }
        }
    }

    /** Whether nothing stands on it. */
    public boolean isBlank() {
        for (int i = 0; i < size; i++) {
            if (values[i] != 0) {
                return false;
            }
        }
        return true;
    }

    /** Stored form; {@code null} for a page on which nothing stands. */
    public byte @Nullable [] encode() {
        if (isBlank()) {
            return null;
        }
        Encoder out = new Encoder(16 + 6 * size).byteValue(VERSION);
        int before = 0;
        for (int i = 0; i < size; i++) {
            if (values[i] != 0) {
                out.number(codes[i] - before).number(values[i]);
                before = codes[i];
            }
        }
        return out.toBytes();
    }

    /** The page that is stored so; an empty one for {@code null}. */
    public static Page decode(byte @Nullable [] stored) {
        if (stored == null) {
            return new Page();
        }
        Decoder in = new Decoder(stored);
        int version = in.byteValue();
        if (version != VERSION) {
            throw new IllegalStateException("page of version " + version + ", this program reads " + VERSION
                    + ": figures are to be made anew from the mutations (docs/backup-restore.md, Rebuilding)");
        }
        Page page = new Page(Math.max(8, stored.length / 3));
        int code = 0;
        while (in.hasMore()) {
            code += in.integer();
            page.makeRoom();
            page.codes[page.size] = code;
            page.values[page.size] = in.number();
            page.size++;
        }
        return page;
    }
}
