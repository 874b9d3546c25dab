package nl.buurtpuls.indicator.engine;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import nl.buurtpuls.contract.event.EventId;
import nl.buurtpuls.contract.event.Subject;
import nl.buurtpuls.contract.indicator.LedgerKey;
import nl.buurtpuls.indicator.contribution.Household;
import nl.buurtpuls.indicator.ledger.OpenCell;
import nl.buurtpuls.indicator.ledger.PageKey;

/** The keys that state is stored under; each begins with the municipality's code. */
public final class Keys {

    private static final int MUNICIPALITY_LENGTH = 6;
    private static final int DAY_END = MUNICIPALITY_LENGTH + Integer.BYTES;

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

    static byte[] dwelling(String municipality, String dwelling) {
        return text(municipality + dwelling);
    }

    /** Subject as text: its kind, then its id. */
    static String nameOf(Subject subject) {
        return (subject instanceof Subject.Person ? "P" : "D") + subject.id();
    }

    static Subject subject(String name) {
        String id = name.substring(1);
        return name.charAt(0) == 'P' ? new Subject.Person(id) : new Subject.Dwelling(id);
    }

    /** Key of a page: within a municipality in order of day. */
    static byte[] page(String municipality, PageKey page) {
        byte[] area = text(page.area());
        return ByteBuffer.allocate(DAY_END + area.length)
                .put(ascii(municipality))
                .putInt(ordered(page.day()))
                .put(area)
                .array();
    }

    /** The first key that a page of the day may have. */
    public static byte[] firstPage(String municipality, int day) {
        return numbered(municipality, ordered(day));
    }

    /** The municipality of a key. */
    public static String municipalityOf(byte[] key) {
        return new String(key, 0, MUNICIPALITY_LENGTH, StandardCharsets.US_ASCII);
    }

    /** The page of a key. */
    public static PageKey page(byte[] key) {
        int day = ordered(numberOf(key));
        return new PageKey(new String(key, DAY_END, key.length - DAY_END, StandardCharsets.UTF_8), day);
    }

    /** Key of a row of the journal: within a municipality in order of number. */
    static byte[] journal(String municipality, int number) {
        return numbered(municipality, number);
    }

    /** The number behind the municipality in a key: of a row of the journal, its own. */
    public static int numberOf(byte[] key) {
        return ByteBuffer.wrap(key).getInt(MUNICIPALITY_LENGTH);
    }

    static byte[] openCell(String municipality, OpenCell cell) {
        return text(municipality + cell.area() + "|" + cell.measure().id() + "|" + cell.dimension() + "|" + cell.day());
    }

    static byte[] residue(String municipality, LedgerKey cell) {
        return text(municipality + cell.text());
    }

    private static byte[] numbered(String municipality, int number) {
        return ByteBuffer.allocate(DAY_END)
                .put(ascii(municipality))
                .putInt(number)
                .array();
    }

    /** Turns epoch days into numbers whose bytes sort as the days do, and back. */
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
