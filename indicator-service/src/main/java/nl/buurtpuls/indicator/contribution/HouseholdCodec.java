package nl.buurtpuls.indicator.contribution;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import nl.buurtpuls.contract.event.Scheme;
import nl.buurtpuls.indicator.binary.Decoder;
import nl.buurtpuls.indicator.binary.Encoder;
import nl.buurtpuls.indicator.timeline.Days;

/** Binary form of a household. */
public final class HouseholdCodec {

    private static final int VERSION = 1;

    private HouseholdCodec() {}

    public static byte[] encode(Household household) {
        Encoder out = new Encoder().byteValue(VERSION);
        household.members().forEach((person, member) -> {
            out.text(person).number(member.adultFrom());
            encode(out, member.presence());
            member.received().forEach(days -> encode(out, days));
        });
        return out.toBytes();
    }

    private static void encode(Encoder out, Days days) {
        out.number(days.spans());
        for (int span = 0; span < days.spans(); span++) {
            out.number(days.from(span)).number(days.to(span));
        }
    }

    public static Household decode(byte[] bytes) {
        Decoder in = new Decoder(bytes);
        int version = in.byteValue();
        if (version != VERSION) {
            throw new IllegalStateException("household of version " + version + ", this program reads " + VERSION);
        }
        Map<String, Household.Member> members = new TreeMap<>();
        while (in.hasMore()) {
            String person = in.text();
            int adultFrom = in.integer();
            Days presence = decodeDays(in);
            List<Days> received = new ArrayList<>();
            for (int scheme = 0; scheme < Scheme.values().length; scheme++) {
                received.add(decodeDays(in));
            }
            members.put(person, new Household.Member(presence, adultFrom, List.copyOf(received)));
        }
        return new Household(members);
    }

    private static Days decodeDays(Decoder in) {
        Days days = Days.NONE;
        for (int spans = in.integer(); spans > 0; spans--) {
            days = days.or(Days.between(in.integer(), in.integer()));
        }
        return days;
    }
}
