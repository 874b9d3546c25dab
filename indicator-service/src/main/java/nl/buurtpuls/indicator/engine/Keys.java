package nl.buurtpuls.indicator.engine;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import nl.buurtpuls.contract.event.EventId;
import nl.buurtpuls.contract.event.Subject;
import nl.buurtpuls.contract.indicator.Measure;
import nl.buurtpuls.indicator.contribution.Household;
import nl.buurtpuls.indicator.ledger.Cell;
import org.jspecify.annotations.Nullable;

/** The keys that state is stored under; each begins with the municipality's code. */
public final class Keys {

    private static final int MUNICIPALITY_LENGTH = 6;
    private static final int CELL_NAME = MUNICIPALITY_LENGTH + Integer.BYTES;

    private Keys() {}

    /**
     * Key of an event: 128 bits of the SHA-256 of its source and id, since sources are long and a store with a row per
     * event should be small.
     */
    static byte[] event(String municipality, EventId id) {
        MessageDigest sha256;
        try {
            sha256 = MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
        sha256.update(id.source().getBytes(StandardCharsets.UTF_8));
        sha256.update((byte) 0);
        byte[] digest = sha256.digest(id.id().getBytes(StandardCharsets.UTF_8));
        return ByteBuffer.allocate(MUNICIPALITY_LENGTH + 16)
                .put(ascii(municipality))
                .put(digest, 0, 16)
                .array();
    }

    static byte[] dossier(String municipality, Subject subject) {
        return text(municipality + nameOf(subject));
    }

    static byte[] household(String municipality, Household.Key key) {
        return text(municipality + key.buurt() + key.household());
    }

    /** Subject as text: its kind, then its id. */
    static String nameOf(Subject subject) {
        return (subject instanceof Subject.Person ? "P" : "D") + subject.id();
    }

    static Subject subject(String name) {
        String id = name.substring(1);
        return name.charAt(0) == 'P' ? new Subject.Person(id) : new Subject.Dwelling(id);
    }

    /** Key of a stock or flow cell: within a municipality in order of day. */
    static byte[] cell(String municipality, Cell cell) {
        byte[] name = text(cell.area() + "|" + cell.measure().id() + "|" + cell.dimension());
        return ByteBuffer.allocate(CELL_NAME + name.length)
                .put(ascii(municipality))
                .putInt(ordered(cell.day()))
                .put(name)
                .array();
    }

    /** The first key that a cell on the day may have. */
    public static byte[] firstCell(String municipality, int day) {
        return ByteBuffer.allocate(CELL_NAME)
                .put(ascii(municipality))
                .putInt(ordered(day))
                .array();
    }

    /** The municipality of a cell's key. */
    public static String municipalityOf(byte[] cellKey) {
        return new String(cellKey, 0, MUNICIPALITY_LENGTH, StandardCharsets.US_ASCII);
    }

    /** The cell of a key, or {@code null} for a measure that this version does not know. */
    public static @Nullable Cell cell(byte[] key) {
        int day = ordered(ByteBuffer.wrap(key).getInt(MUNICIPALITY_LENGTH));
        String name = new String(key, CELL_NAME, key.length - CELL_NAME, StandardCharsets.UTF_8);
        int first = name.indexOf('|');
        int second = name.indexOf('|', first + 1);
        Measure measure = Measure.of(name.substring(first + 1, second)).orElse(null);
        return measure == null ? null : new Cell(name.substring(0, first), measure, name.substring(second + 1), day);
    }

    static byte[] plane(String municipality, Cell cell) {
        return text(municipality + cell.area() + "|" + cell.measure().id() + "|" + cell.dimension() + "|" + cell.day());
    }

    /** Days before 1970 are negative: with the sign bit turned, unsigned order is the order of days. */
    private static int ordered(int day) {
        return day ^ Integer.MIN_VALUE;
    }

    private static byte[] ascii(String municipality) {
        return municipality.getBytes(StandardCharsets.US_ASCII);
    }

    private static byte[] text(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
