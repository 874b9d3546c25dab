package nl.buurtpuls.indicator.contribution;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import nl.buurtpuls.contract.area.AreaTable;
import nl.buurtpuls.contract.event.Tenure;
import nl.buurtpuls.contract.indicator.Measure;
import nl.buurtpuls.indicator.binary.Decoder;
import nl.buurtpuls.indicator.binary.Encoder;
import nl.buurtpuls.indicator.ledger.Book;
import nl.buurtpuls.indicator.timeline.Days;
import nl.buurtpuls.indicator.timeline.Stay;
import nl.buurtpuls.indicator.timeline.Timeline;
import org.jspecify.annotations.Nullable;

/**
 * Who received benefits while living in a dwelling: so an event of one of them, or a change of the dwelling's tenure,
 * touches no other dossier. Immutable.
 */
public final class DwellingRecipients {

    public static final DwellingRecipients EMPTY = new DwellingRecipients(Map.of());

    private static final int VERSION = 1;

    private final Map<String, List<Part>> parts;

    private DwellingRecipients(Map<String, List<Part>> parts) {
        this.parts = parts;
    }

    /**
     * A person's time in the dwelling, in one buurt as their own registration names it.
     *
     * @param received days on which each scheme ran, by {@link nl.buurtpuls.contract.event.Scheme#ordinal}
     */
    public record Part(String buurt, List<Days> received) {}

    /** The parts of a life in the dwellings where it received benefits, by dwelling. */
    public static Map<String, List<Part>> parts(Timeline life) {
        if (life.benefits().isEmpty()) {
            return Map.of();
        }
        Map<String, Map<String, Days>> presences = new TreeMap<>();
        for (Stay stay : life.stays()) {
            if (stay.residence().dwelling() != null) {
                presences
                        .computeIfAbsent(stay.residence().dwelling(), any -> new TreeMap<>())
                        .merge(stay.residence().buurt(), stay.days(), Days::or);
            }
        }
        Map<String, List<Part>> parts = new HashMap<>();
        presences.forEach((dwelling, byBuurt) -> byBuurt.forEach((buurt, presence) -> {
            List<Days> received = life.receivedDuring(presence);
            if (!Days.union(received).isEmpty()) {
                parts.computeIfAbsent(dwelling, any -> new ArrayList<>()).add(new Part(buurt, received));
            }
        }));
        return parts;
    }

    /** These recipients with a person's parts in place of those before; {@code null} for none. */
    public DwellingRecipients with(String person, @Nullable List<Part> theirs) {
        Map<String, List<Part>> changed = new TreeMap<>(parts);
        if (theirs == null) {
            changed.remove(person);
        } else {
            changed.put(person, theirs);
        }
        return new DwellingRecipients(changed);
    }

    /** Enters everything that all of them add while the dwelling's tenures are as in its history. */
    public void enter(DwellingHistory history, AreaTable areas, Book book) {
        parts.values().forEach(theirs -> enter(theirs, history, areas, book));
    }

    /** Enters everything that one of them adds. */
    public static void enter(List<Part> theirs, DwellingHistory history, AreaTable areas, Book book) {
        for (int place = 0; place < Tenure.KNOWN.size(); place++) {
            Days tenure = history.with(Tenure.KNOWN.get(place));
            if (tenure.isEmpty()) {
                continue;
            }
            for (Part part : theirs) {
                List<Days> schemes = part.received().stream().map(tenure::and).toList();
                Days any = Days.union(schemes);
                for (String area : areas.around(part.buurt())) {
                    book.schemes(area, Measure.RECIPIENTS_BY_TENURE, Tenure.KNOWN.size(), place, schemes, any);
                }
            }
        }
    }

    /** Stored form; {@code null} for nobody. */
    public byte @Nullable [] encode() {
        if (parts.isEmpty()) {
            return null;
        }
        Encoder out = new Encoder().byteValue(VERSION);
        parts.forEach((person, theirs) -> {
            out.text(person).number(theirs.size());
            theirs.forEach(part -> DaysCodec.encodeAll(out.text(part.buurt()), part.received()));
        });
        return out.toBytes();
    }

    public static DwellingRecipients decode(byte @Nullable [] stored) {
        if (stored == null) {
            return EMPTY;
        }
        Decoder in = new Decoder(stored);
        int version = in.byteValue();
        if (version != VERSION) {
            throw new IllegalStateException("recipients of version " + version + ", this program reads " + VERSION);
        }
        Map<String, List<Part>> parts = new TreeMap<>();
        while (in.hasMore()) {
            String person = in.text();
            List<Part> theirs = new ArrayList<>();
            for (int more = in.integer(); more > 0; more--) {
                theirs.add(new Part(in.text(), DaysCodec.decodeAll(in)));
            }
            parts.put(person, theirs);
        }
        return new DwellingRecipients(parts);
    }
}
