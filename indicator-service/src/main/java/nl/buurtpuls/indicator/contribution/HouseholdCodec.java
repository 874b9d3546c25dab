package nl.buurtpuls.indicator.contribution;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import nl.buurtpuls.indicator.binary.Decoder;
import nl.buurtpuls.indicator.binary.Encoder;
import nl.buurtpuls.indicator.timeline.Days;

/** Binary form of a household. */
public final class HouseholdCodec {

    private static final int VERSION = 2;

    private HouseholdCodec() {}

    public static byte[] encode(Household household) {
        Encoder out = new Encoder().byteValue(VERSION);
        household.members().forEach((person, member) -> {
            out.text(person).number(member.adultFrom());
            DaysCodec.encode(out, member.presence());
            DaysCodec.encodeAll(out, member.received());
            DaysCodec.encode(out, member.minimum());
            DaysCodec.encode(out, member.longTermMinimum());
        });
        return out.toBytes();
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
            Days presence = DaysCodec.decode(in);
            List<Days> received = DaysCodec.decodeAll(in);
            Days minimum = DaysCodec.decode(in);
            members.put(person, new Household.Member(presence, adultFrom, received, minimum, DaysCodec.decode(in)));
        }
        return new Household(members);
    }
}
