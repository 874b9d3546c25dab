package nl.buurtpuls.ingest.event;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.inject.Singleton;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import nl.buurtpuls.contract.event.Event;
import nl.buurtpuls.contract.event.EventData;
import nl.buurtpuls.contract.event.EventId;
import nl.buurtpuls.contract.event.EventType;
import nl.buurtpuls.ingest.person.Bsn;
import org.jspecify.annotations.Nullable;

/** Reads a CloudEvent in JSON form: its context attributes here, its data in {@link DataReader}. */
@Singleton
public final class EventReader {

    private static final ZoneId AMSTERDAM = ZoneId.of("Europe/Amsterdam");
    private static final int FURTHEST_AHEAD_DAYS = 31;
    private static final int LONGEST_ATTRIBUTE = 1024;
    private static final Pattern URN = Pattern.compile("(?i)urn:[a-z0-9][a-z0-9-]{0,31}:[^\\s\\p{Cntrl}]+");
    private static final Pattern TIME =
            Pattern.compile("(\\d{4}-\\d{2}-\\d{2})[Tt](\\d{2}:\\d{2}):(\\d{2})(?:\\.(\\d+))?([Zz]|[+-]\\d{2}:\\d{2})");

    private final DataReader data;

    EventReader(DataReader data) {
        this.data = data;
    }

    /** The event, or {@code null} with everything that is wrong noted in {@code errors}. */
    @Nullable
    Event read(JsonNode node, Errors errors) {
        if (!node.isObject()) {
            errors.add("", Rule.NOT_AN_OBJECT, "Expected an event as a JSON object, got " + Fields.kind(node) + ".");
            return null;
        }
        refuseBsnInAttributes(node, errors);
        Fields event = new Fields(node, "", errors);
        String specversion = event.text("specversion");
        if (specversion != null && !specversion.equals("1.0")) {
            event.wrong("specversion", Rule.SPECVERSION, "Expected 1.0, got " + Errors.quote(specversion) + ".");
        }
        String contentType = event.text("datacontenttype");
        if (contentType != null && !isJson(contentType)) {
            event.wrong(
                    "datacontenttype",
                    Rule.DATA_CONTENT_TYPE,
                    "Expected application/json, got " + Errors.quote(contentType) + ".");
        }
        String id = attribute(event, "id");
        String source = attribute(event, "source");
        if (source != null && !URN.matcher(source).matches()) {
            event.wrong(
                    "source",
                    Rule.SOURCE_NOT_URN,
                    "Expected a URN as urn:nld:oin:00000001001234567000:systeem:burgerzaken, got "
                            + Errors.quote(source) + ".");
        }
        EventType type = type(event);
        Instant time = time(event);
        Fields fields = event.object("data");
        EventData content = fields == null || type == null ? null : data.read(type, fields, lastDay(time));
        if (!errors.isEmpty() || id == null || source == null || time == null || content == null) {
            return null;
        }
        return new Event(new EventId(source, id), time, content);
    }

    private static @Nullable String attribute(Fields event, String name) {
        event.required(name);
        return event.has(name) ? event.optionalText(name, LONGEST_ATTRIBUTE) : null;
    }

    private static boolean isJson(String contentType) {
        return contentType.split(";", 2)[0].trim().equalsIgnoreCase("application/json");
    }

    /** A time of nine digits of fraction is no BSN; every other attribute is searched. */
    private static void refuseBsnInAttributes(JsonNode event, Errors errors) {
        for (Map.Entry<String, JsonNode> attribute : event.properties()) {
            String name = attribute.getKey();
            if (!name.equals("data")
                    && !name.equals("time")
                    && Bsn.standsIn(attribute.getValue().asText())) {
                errors.add(
                        "/" + name.replace("~", "~0").replace("/", "~1"),
                        Rule.BSN_IN_ATTRIBUTE,
                        "A BSN must not stand in a context attribute.");
            }
        }
    }

    private static @Nullable EventType type(Fields event) {
        String name = event.text("type");
        if (name == null) {
            return null;
        }
        EventType type = EventType.of(name).orElse(null);
        if (type == null) {
            event.wrong("type", Rule.UNKNOWN_TYPE, "No event has the type " + Errors.quote(name) + ".");
        }
        return type;
    }

    private static @Nullable Instant time(Fields event) {
        String text = event.text("time");
        if (text == null) {
            return null;
        }
        Instant time = parseTime(text);
        if (time == null) {
            event.wrong(
                    "time",
                    Rule.TIME_NOT_RFC_3339,
                    "Expected a moment that exists, as 2021-03-02T09:14:05Z, got " + Errors.quote(text) + ".");
        }
        return time;
    }

    /** RFC 3339, also in small letters; a leap second is the first of the next minute, fractions end at nanoseconds. */
    static @Nullable Instant parseTime(String text) {
        Matcher form = TIME.matcher(text);
        if (!form.matches()) {
            return null;
        }
        boolean leap = form.group(3).equals("60");
        String second = leap ? "59" : form.group(3);
        try {
            Instant time = OffsetDateTime.parse(form.group(1) + "T" + form.group(2) + ":" + second
                            + form.group(5).toUpperCase(Locale.ROOT))
                    .withOffsetSameInstant(ZoneOffset.UTC)
                    .toInstant();
            String fraction = form.group(4) == null ? "" : form.group(4);
            String nanos = (fraction + "000000000").substring(0, 9);
            return time.plusSeconds(leap ? 1 : 0).plusNanos(Long.parseLong(nanos));
        } catch (DateTimeException e) {
            return null;
        }
    }

    /** The last day that an event logged at that moment may be effective. */
    private static @Nullable LocalDate lastDay(@Nullable Instant time) {
        return time == null ? null : LocalDate.ofInstant(time, AMSTERDAM).plusDays(FURTHEST_AHEAD_DAYS);
    }
}
