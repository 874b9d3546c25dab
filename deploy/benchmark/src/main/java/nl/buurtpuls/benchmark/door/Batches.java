package nl.buurtpuls.benchmark.door;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/**
 * Batches of events as registers send them: persons named by BSN, some events of every common type, a tenth of them moves
 * from elsewhere, which go to two keys. Written before anything is measured.
 */
final class Batches {

    static final int EVENTS = 1000;

    static final String MUNICIPALITY = "GM0917";
    static final String SOURCE = "urn:nld:oin:00000001001234567000:systeem:benchmark";
    private static final int PERSONS = 80_000;
    private static final String[] BUURTEN = {
        "BU09171000", "BU09171100", "BU09171200", "BU09171300", "BU09171400", "BU09172000", "BU09172100", "BU09173000"
    };

    private final SplittableRandom random;
    private final String run;
    private long events;

    /**
     * @param run stands in the id of each event, so that two runs have no event in common
     */
    Batches(long seed, String run) {
        this.random = new SplittableRandom(seed);
        this.run = run;
    }

    List<byte[]> make(int batches) {
        List<byte[]> made = new ArrayList<>(batches);
        for (int batch = 0; batch < batches; batch++) {
            ByteArrayOutputStream body = new ByteArrayOutputStream(EVENTS * 420);
            for (int event = 0; event < EVENTS; event++) {
                body.write(event == 0 ? '[' : ',');
                body.writeBytes(event());
            }
            body.write(']');
            made.add(body.toByteArray());
        }
        return made;
    }

    /** The id of the event that was made first. */
    String firstId() {
        return run + "-0";
    }

    /** One event, in structured mode. */
    byte[] event() {
        int kind = random.nextInt(10);
        String type;
        String more;
        if (kind == 0) {
            type = "nl.brp.verhuisd.intergemeentelijk";
            more = ",\"birthDate\":\"1987-05-12\",\"origin\":{\"municipality\":\"GM0363\"}," + residence();
        } else if (kind < 5) {
            type = "nl.brp.verhuisd.binnengemeentelijk";
            more = "," + residence();
        } else if (kind < 8) {
            type = "nl.uitkeringen.toegekend";
            more = ",\"scheme\":\"social-assistance\",\"benefit\":\"u-" + random.nextInt(PERSONS) + "\"";
        } else {
            type = "nl.brp.ingeschreven.stand";
            more = ",\"birthDate\":\"1951-11-02\"," + residence();
        }
        String text = "{\"specversion\":\"1.0\",\"id\":\"" + run + "-" + events++ + "\",\"source\":\"" + SOURCE
                + "\",\"type\":\"" + type
                + "\",\"time\":\"2024-03-02T09:14:05Z\",\"datacontenttype\":\"application/json\","
                + "\"data\":{\"person\":{\"bsn\":\"" + bsn() + "\"},\"municipality\":\"" + MUNICIPALITY + "\","
                + "\"effectiveDate\":\"2024-03-01\"" + more + "}}";
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private String residence() {
        return "\"residence\":{\"buurt\":\"" + BUURTEN[random.nextInt(BUURTEN.length)] + "\",\"household\":\"h-"
                + random.nextInt(PERSONS) + "\",\"dwelling\":\"d-" + random.nextInt(PERSONS) + "\"}";
    }

    /** Nine digits that pass the eleven test; made up, from the range that is given to nobody. */
    private String bsn() {
        while (true) {
            int eight = 99_900_000 + random.nextInt(100_000);
            int sum = 0;
            int rest = eight;
            for (int weight = 2; weight <= 9; weight++) {
                sum += weight * (rest % 10);
                rest /= 10;
            }
            if (sum % 11 < 10) {
                return Integer.toString(eight) + sum % 11;
            }
        }
    }
}
