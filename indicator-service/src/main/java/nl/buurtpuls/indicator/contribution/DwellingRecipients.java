package nl.buurtpuls.indicator.contribution;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;
import nl.buurtpuls.contract.area.AreaTable;
import nl.buurtpuls.contract.event.Scheme;
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

    private static final int VERSION = 2;

    private final Map<String, List<Part>> parts;

    private DwellingRecipients(Map<String, List<Part>> parts) {
        this.parts = parts;
    }

    /**
     * Days on which schemes ran.
     *
     * @param schemes by {@link Scheme#ordinal}
     * @param any days that count for any scheme
     */
    public record Received(List<Days> schemes, Days any) {

        private static Received since(List<SinceSettlement> settlements, boolean fromOutsideProvince, Days presence) {
            List<Days> schemes = Collections.nCopies(Scheme.values().length, Days.NONE);
            Days any = Days.NONE;
            for (SinceSettlement since : settlements) {
                if (since.isFromOutsideProvince() == fromOutsideProvince) {
                    schemes = both(schemes, since.schemes());
                    any = any.or(since.any());
                }
            }
            return new Received(schemes, any).during(presence);
        }

        private static List<Days> both(List<Days> some, List<Days> others) {
            return IntStream.range(0, some.size())
                    .mapToObj(scheme -> some.get(scheme).or(others.get(scheme)))
                    .toList();
        }

        private Received during(Days days) {
            return new Received(schemes.stream().map(days::and).toList(), days.and(any));
        }

        private void encode(Encoder out) {
            DaysCodec.encodeAll(out, schemes);
            DaysCodec.encode(out, any);
        }

        private static Received decode(Decoder in) {
            return new Received(DaysCodec.decodeAll(in), DaysCodec.decode(in));
        }
    }

    /**
     * A person's time in the dwelling, in one buurt as their own registration names it.
     *
     * @param received days on which schemes ran
     * @param fromOutside of these, those since they settled from outside the province
     * @param fromElsewhere those since they settled from anywhere else
     */
    public record Part(String buurt, Received received, Received fromOutside, Received fromElsewhere) {}

    /** The parts of a life in a municipality in the dwellings where it received benefits, by dwelling. */
    public static Map<String, List<Part>> parts(AreaTable areas, String municipality, Timeline life) {
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
        List<SinceSettlement> settlements = SinceSettlement.of(areas, municipality, life);
        Map<String, List<Part>> parts = new HashMap<>();
        presences.forEach((dwelling, byBuurt) -> byBuurt.forEach((buurt, presence) -> {
            List<Days> schemes = life.receivedDuring(presence);
            Days any = Days.union(schemes);
            if (!any.isEmpty()) {
                parts.computeIfAbsent(dwelling, none -> new ArrayList<>())
                        .add(new Part(
                                buurt,
                                new Received(schemes, any),
                                Received.since(settlements, true, presence),
                                Received.since(settlements, false, presence)));
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
        int tenures = Tenure.KNOWN.size();
        for (int place = 0; place < tenures; place++) {
            Days tenure = history.with(Tenure.KNOWN.get(place));
            if (tenure.isEmpty()) {
                continue;
            }
            for (Part part : theirs) {
                Received received = part.received().during(tenure);
                Received fromOutside = part.fromOutside().during(tenure);
                Received fromElsewhere = part.fromElsewhere().during(tenure);
                for (String area : areas.around(part.buurt())) {
                    enter(area, Measure.RECIPIENTS_BY_TENURE, tenures, place, received, book);
                    enter(area, Measure.SETTLED_RECIPIENTS_BY_TENURE, 2 * tenures, 2 * place, fromOutside, book);
                    enter(area, Measure.SETTLED_RECIPIENTS_BY_TENURE, 2 * tenures, 2 * place + 1, fromElsewhere, book);
                }
            }
        }
    }

    private static void enter(String area, Measure measure, int classes, int place, Received received, Book book) {
        book.schemes(area, measure, classes, place, received.schemes(), received.any());
    }

    /** Stored form; {@code null} for nobody. */
    public byte @Nullable [] encode() {
        if (parts.isEmpty()) {
            return null;
        }
        Encoder out = new Encoder().byteValue(VERSION);
        parts.forEach((person, theirs) -> {
            out.text(person).number(theirs.size());
            theirs.forEach(part -> {
                out.text(part.buurt());
                part.received().encode(out);
                part.fromOutside().encode(out);
                part.fromElsewhere().encode(out);
            });
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
                theirs.add(new Part(in.text(), Received.decode(in), Received.decode(in), Received.decode(in)));
            }
            parts.put(person, theirs);
        }
        return new DwellingRecipients(parts);
    }
}
