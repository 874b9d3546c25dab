package nl.buurtpuls.report.disclosure;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.UnaryOperator;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import nl.buurtpuls.contract.indicator.Measure;
import nl.buurtpuls.contract.indicator.Series;

/**
 * Rounds counts to a multiple of a base b: R(x) = b·⌊(x + u) / b⌋, where the offset u of a cell, one of 0 … b − 1, is drawn
 * once and for all: it is a fixed function of a secret and the cell's name (HMAC-SHA-256). This is subtractive dithering
 * (L. Schuchman, "Dither signals and their effect on quantization noise", IEEE Trans. Communication Technology 12(4), 1964),
 * as statistics calls it unbiased random rounding (L. Willenborg and T. de Waal, "Elements of Statistical Disclosure
 * Control", 2001, ch. 9). Over the draws of u:
 *
 * <ul>
 *   <li>The mean of R(x) is x: of x = bq + s, up with probability s/b, for s of the b offsets carry it over.
 *   <li>R(x) lies less than b from x, and R(0) = 0.
 *   <li>For any d with 0 ≤ u − d &lt; b, the counts x(t) + d with the offset u − d give the same R at all t together. So whoever
 *       sees a cell on as many dates as they like finds b levels in a row that explain all of it, each as likely as the
 *       others. Rounding each date by itself, as is usual, would leave one: the mean over dates tends to the truth (H. Asghar
 *       and D. Kaafar, "Averaging attacks on bounded noise-based disclosure control algorithms", PoPETs 2020(2)).
 *   <li>A count that does not change is published the same, and one that rises never falls.
 * </ul>
 *
 * A cell's name has no date, for that reason. Flows are differences of counts since the beginning, rounded so: windows
 * that touch add up, and no choice of windows tells more than those counts do.
 */
final class Rounding {

    private static final String ALGORITHM = "HmacSHA256";

    private final SecretKeySpec key;
    private final int base;
    private final UnaryOperator<String> cellOf;
    private final ThreadLocal<Mac> macs = ThreadLocal.withInitial(this::mac);
    /** Of areas, the offsets of all series in their order. */
    private final Map<String, byte[]> offsets = new ConcurrentHashMap<>();

    /** @param cellOf the area in whose cells the counts of an area are */
    Rounding(byte[] secret, int base, UnaryOperator<String> cellOf) {
        this.key = new SecretKeySpec(secret, ALGORITHM);
        this.base = base;
        this.cellOf = cellOf;
    }

    /** A count of an area's series, rounded. */
    long round(long exact, String area, Series series) {
        if (exact == 0) {
            // Whatever its offset. So whoever asks for areas that nobody lives in fills no memory with theirs.
            return 0;
        }
        String cell = cellOf.apply(area);
        byte[] known = offsets.get(cell);
        if (known == null) {
            known = offsets.computeIfAbsent(cell, this::offsets);
        }
        return rounded(exact, known[series.index()]);
    }

    /** A count that is no series, rounded. */
    long round(long exact, String area, String cell) {
        return rounded(exact, offset(cellOf.apply(area), cell));
    }

    private long rounded(long exact, int offset) {
        return base * Math.floorDiv(exact + offset, (long) base);
    }

    private byte[] offsets(String area) {
        byte[] all = new byte[Series.ALL.size()];
        for (Series series : Series.ALL) {
            all[series.index()] = (byte) offset(area, cell(series));
        }
        return all;
    }

    /**
     * The name of a series' cell. Two series that everybody knows to count the same persons, or nearly, have one cell: two
     * offsets for one number would tell more of it.
     */
    static String cell(Series series) {
        return switch (series.measure()) {
            // Hardly any minor has a benefit.
            case ADULT_RECIPIENTS ->
                Series.of(Measure.RECIPIENTS, series.dimension()).name();
            // In an area that nobody left, who stayed are its residents.
            case RETAINED -> Series.of(Measure.POPULATION).name();
            default -> series.name();
        };
    }

    private int offset(String area, String cell) {
        byte[] drawn = macs.get().doFinal((area + "|" + cell).getBytes(StandardCharsets.UTF_8));
        // Of 2^64 values none of the residues has a part in more than one in 10^18 too many.
        return (int) Long.remainderUnsigned(ByteBuffer.wrap(drawn).getLong(), base);
    }

    private Mac mac() {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(key);
            return mac;
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java platform has HMAC-SHA-256", e);
        }
    }
}
