package nl.buurtpuls.ingest.event;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.inject.Singleton;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import nl.buurtpuls.contract.event.Event;
import nl.buurtpuls.contract.event.EventData;
import nl.buurtpuls.contract.event.EventId;
import nl.buurtpuls.contract.event.EventType;
import org.jspecify.annotations.Nullable;

/** Reads a CloudEvent in JSON form: its context attributes here, its data in {@link DataReader}. */
@Singleton
public final class EventReader {

    /**
     * Bytes that an event may have. CloudEvents asks for 64 KiB at least; the largest event of the contract has a few
     * KiB, the rest is room for fields that are dropped.
     */
    public static final int LONGEST = 256 * 1024;

    private static final ZoneId AMSTERDAM = ZoneId.of("Europe/Amsterdam");
    private static final int FURTHEST_AHEAD_DAYS = 31;
    private static final Pattern TIME =
            Pattern.compile("(\\d{4}-\\d{2}-\\d{2})[Tt](\\d{2}:\\d{2}):(\\d{2})(?:\\.(\\d+))?([Zz]|[+-]\\d{2}:\\d{2})");

    private final DataReader data;

    public EventReader(DataReader data) {
        this.data = data;
    }

    /**
     * Reads an event.
     *
     * @param index place in a batch, {@code null} outside one
     */
    public Validated<Event> read(JsonNode node, @Nullable Integer index) {
        Errors errors = new Errors(index);
        Event event = read(node, errors);
        return event == null ? new Validated.Refused<>(errors.found()) : new Validated.Valid<>(event);
    }

    /** What an event of more than {@link #LONGEST} bytes gets, unread. */
    public static Validated<Event> tooLong(@Nullable Integer index) {
        Errors errors = new Errors(index);
        errors.add("", Rule.TOO_LONG, "An event has at most " + LONGEST + " bytes.");
        return new Validated.Refused<>(errors.found());
    }

    private @Nullable Event read(JsonNode node, Errors errors) {
        if (!node.isObject()) {
            errors.add("", Rule.NOT_AN_OBJECT, "Expected an event as a JSON object, got " + Fields.kind(node) + ".");
            return null;
        }
        ContextAttributes.check(node, errors);
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
        EventId id = EventIds.read(event);
        EventType type = type(event);
        Instant time = time(event);
        Fields fields = event.object("data");
        EventData content = fields == null || type == null ? null : data.read(type, fields, lastDay(time));
        if (!errors.isEmpty() || id == null || time == null || content == null) {
            return null;
        }
        return new Event(id, time, content);
    }

    private static boolean isJson(String contentType) {
        return contentType.split(";", 2)[0].trim().equalsIgnoreCase("application/json");
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

    /**
     * RFC 3339, also in small letters. Fractions end at nanoseconds. A leap second, which there is only at the end of a
     * month in UTC, is the first second of the next.
     */
    static @Nullable Instant parseTime(String text) {
        Instant usual = IsoDigits.secondInUtc(text);
        if (usual != null) {
            return usual;
        }
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
            if (leap && !endsAMonth(time)) {
                return null;
            }
            String fraction = form.group(4) == null ? "" : form.group(4);
            String nanos = (fraction + "000000000").substring(0, 9);
            return time.plusSeconds(leap ? 1 : 0).plusNanos(Long.parseLong(nanos));
        } catch (DateTimeException e) {
            return null;
        }
    }

    private static boolean endsAMonth(Instant lastSecond) {
        OffsetDateTime next = lastSecond.plusSeconds(1).atOffset(ZoneOffset.UTC);
        return next.getDayOfMonth() == 1 && next.toLocalTime().equals(LocalTime.MIDNIGHT);
    }

    /** The last day that an event logged at that moment may be effective. */
    private static @Nullable LocalDate lastDay(@Nullable Instant time) {
        return time == null ? null : LocalDate.ofInstant(time, AMSTERDAM).plusDays(FURTHEST_AHEAD_DAYS);
    }
}
