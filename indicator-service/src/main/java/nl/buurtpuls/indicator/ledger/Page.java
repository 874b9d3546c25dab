package nl.buurtpuls.indicator.ledger;

import java.util.Arrays;
import nl.buurtpuls.contract.indicator.Series;
import nl.buurtpuls.indicator.binary.Decoder;
import nl.buurtpuls.indicator.binary.Encoder;
import org.jspecify.annotations.Nullable;

/**
 * All cells of one area on one day. An event changes several of them at once, so they are stored together: one row for
 * what would be a dozen.
 *
 * <p>Of each cell a page holds the value, and what of it the outside has been told. The two differ for the fraction of
 * a second in which changes gather; since both are stored, what was not told before a crash is found and told after it.
 */
public final class Page {

    /** Takes a cell and a number of it. */
    @FunctionalInterface
    public interface Reader {
        void read(Series series, long n);
    }

    /** Takes a cell that is news: what it is, and by how much it changed. */
    @FunctionalInterface
    public interface News {
        void read(Series series, long n, long change);
    }

    private static final int VERSION = 1;

    /** In rising order; a code that this version does not know is kept as it is. */
    private int[] codes;

    private long[] values;
    private long[] told;
    private int size;

    /** An empty page. */
    public Page() {
        this(8);
    }

    private Page(int room) {
        codes = new int[room];
        values = new long[room];
        told = new long[room];
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
        System.arraycopy(told, at, told, at + 1, size - at);
        codes[at] = code;
        values[at] = n;
        told[at] = 0;
        size++;
    }

    private void makeRoom() {
        if (size == codes.length) {
            codes = Arrays.copyOf(codes, 2 * size);
            values = Arrays.copyOf(values, 2 * size);
            told = Arrays.copyOf(told, 2 * size);
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

    /** Gives each value that is news, which it then no longer is. */
    public void tell(News news) {
        for (int i = 0; i < size; i++) {
            Series series = Series.ofCode(codes[i]);
            if (series != null && values[i] != told[i]) {
                news.read(series, values[i], values[i] - told[i]);
                told[i] = values[i];
            }
        }
    }

    /** Whether the outside knows every value. */
    public boolean isTold() {
        return Arrays.equals(values, 0, size, told, 0, size);
    }

    /** Stored form; {@code null} for a page on which nothing stands. */
    public byte @Nullable [] encode() {
        Encoder out = new Encoder(16 + 6 * size).byteValue(VERSION);
        boolean blank = true;
        int before = 0;
        for (int i = 0; i < size; i++) {
            if (values[i] != 0 || told[i] != 0) {
                boolean news = values[i] != told[i];
                out.number(2L * (codes[i] - before) + (news ? 1 : 0)).number(values[i]);
                if (news) {
                    out.number(told[i]);
                }
                before = codes[i];
                blank = false;
            }
        }
        return blank ? null : out.toBytes();
    }

    /** The page that is stored so; an empty one for {@code null}. */
    public static Page decode(byte @Nullable [] stored) {
        if (stored == null) {
            return new Page();
        }
        Decoder in = new Decoder(stored);
        int version = in.byteValue();
        if (version != VERSION) {
            throw new IllegalStateException("page of version " + version + ", this program reads " + VERSION);
        }
        Page page = new Page(Math.max(8, stored.length / 3));
        int code = 0;
        while (in.hasMore()) {
            int step = in.integer();
            code += step >> 1;
            page.makeRoom();
            page.codes[page.size] = code;
            page.values[page.size] = in.number();
            page.told[page.size] = (step & 1) == 0 ? page.values[page.size] : in.number();
            page.size++;
        }
        return page;
    }
}
