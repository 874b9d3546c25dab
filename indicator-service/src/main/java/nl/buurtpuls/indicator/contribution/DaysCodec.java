package nl.buurtpuls.indicator.contribution;

import java.util.ArrayList;
import java.util.List;
import nl.buurtpuls.contract.event.Scheme;
import nl.buurtpuls.indicator.binary.Decoder;
import nl.buurtpuls.indicator.binary.Encoder;
import nl.buurtpuls.indicator.timeline.Days;

/** Binary form of sets of days. */
final class DaysCodec {

    private DaysCodec() {}

    static void encode(Encoder out, Days days) {
        out.number(days.spans());
        for (int span = 0; span < days.spans(); span++) {
            out.number(days.from(span)).number(days.to(span));
        }
    }

    static Days decode(Decoder in) {
        Days days = Days.NONE;
        for (int spans = in.integer(); spans > 0; spans--) {
            days = days.or(Days.between(in.integer(), in.integer()));
        }
        return days;
    }

    /** One set for each scheme, by {@link Scheme#ordinal}. */
    static void encodeAll(Encoder out, List<Days> schemes) {
        schemes.forEach(days -> encode(out, days));
    }

    static List<Days> decodeAll(Decoder in) {
        List<Days> schemes = new ArrayList<>();
        for (int scheme = 0; scheme < Scheme.values().length; scheme++) {
            schemes.add(decode(in));
        }
        return List.copyOf(schemes);
    }
}
