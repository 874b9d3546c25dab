package nl.buurtpuls.simulator.register;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import nl.buurtpuls.contract.event.Event;
import nl.buurtpuls.contract.event.EventData;
import nl.buurtpuls.contract.event.EventId;
import org.jspecify.annotations.Nullable;

/**
 * Writes facts down as events. The stream is in order of {@code time}, each event later than the one before. What is
 * not written down by the end of the last day is left out, as in a real register.
 */
public final class Register {

    /** The sender of all events, the departures' receiving municipalities included. */
    public static final String SOURCE = "urn:nld:oin:00000001001234567000:systeem:simulator";

    private final String idPrefix;
    private final LocalDate from;
    private final LocalDate to;
    private final Consumer<Event> events;
    private List<EventData> facts = new ArrayList<>();
    /** Facts by day since the first while the register is held back. */
    private @Nullable List<List<EventData>> held;

    private long count;
    private boolean inBaseline = true;
    private long nextOfBaseline;
    private boolean closed;

    /**
     * @param idPrefix what the ids of its events begin with: no two registers in one broker may share it
     * @param from its first day, that of the baseline load
     * @param to the last day on which something is written down
     */
    public Register(String idPrefix, LocalDate from, LocalDate to, Consumer<Event> events) {
        this.idPrefix = idPrefix;
        this.from = from;
        this.to = to;
        this.events = events;
        this.nextOfBaseline = OfficeHours.ofBaseline(from).start();
    }

    /** From now on nothing is sent until {@link #release}, so that facts can still be added to earlier days. */
    public void hold() {
        held = new ArrayList<>();
    }

    /** Sends what was held back. */
    public void release() {
        List<List<EventData>> all = held == null ? List.of() : held;
        held = null;
        for (int i = 0; i < all.size(); i++) {
            send(from.plusDays(i), all.get(i));
        }
    }

    /** Writes a fact down that became known on a day: today, or while the register is held back an earlier one. */
    public void write(int day, EventData fact) {
        if (held == null) {
            if (inBaseline) {
                // Millions of facts in a large town: each goes at once.
                send(fact, nextOfBaseline++);
            } else {
                facts.add(fact);
            }
            return;
        }
        int index = day - (int) from.toEpochDay();
        while (held.size() <= index) {
            held.add(new ArrayList<>());
        }
        held.get(index).add(fact);
    }

    /** The day is over: sends its facts. */
    public void endDay(LocalDate day) {
        inBaseline = false;
        if (held == null) {
            send(day, takeFacts());
        }
    }

    /** The facts that have not been sent: those of today, and those that came too late for the last day. */
    public List<EventData> takeFacts() {
        List<EventData> taken = facts;
        facts = new ArrayList<>();
        return taken;
    }

    private void send(LocalDate day, List<EventData> written) {
        OfficeHours hours = day.equals(from) ? OfficeHours.ofBaseline(day) : OfficeHours.of(day);
        closed |= hours.writtenOn().isAfter(to);
        if (closed) {
            facts.addAll(written);
            return;
        }
        long number = written.size();
        for (int i = 0; i < number; i++) {
            send(written.get(i), hours.start() + hours.length() * i / number);
        }
    }

    private void send(EventData fact, long millis) {
        count++;
        events.accept(new Event(new EventId(SOURCE, idPrefix + count), Instant.ofEpochMilli(millis), fact));
    }

    /** Whether the end of the last day has been reached: nothing more will be written. */
    public boolean isClosed() {
        return closed;
    }
}
