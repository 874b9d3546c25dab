package nl.buurtpuls.simulator.register;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.function.Consumer;
import nl.buurtpuls.contract.event.Event;
import nl.buurtpuls.contract.event.EventData;
import nl.buurtpuls.contract.event.EventId;
import nl.buurtpuls.simulator.Settings;
import nl.buurtpuls.simulator.chance.Chance;

/**
 * Writes facts down as events. The stream is in order of {@code time}, each event later than the one before. What is
 * not written down by the end of {@link Settings#to()} is left out, as in a real register.
 */
public final class Register {

    /** The sender of all events, the departures' receiving municipalities included. */
    public static final String SOURCE = "urn:nld:oin:00000001001234567000:systeem:simulator";

    private static final ZoneId LOCAL = ZoneId.of("Europe/Amsterdam");

    private final Settings settings;
    private final Consumer<Event> events;
    private Stamps stamps;
    private long count;
    private boolean closed;

    /** A register in its first night, that of the baseline load. */
    public Register(Settings settings, Consumer<Event> events) {
        this.settings = settings;
        this.events = events;
        this.stamps = new BaselineLoad(settings.from(), settings.scale());
    }

    /** From now on facts are written down in office hours. */
    public void openOffice() {
        stamps = new OfficeHours(Chance.of(settings.seed(), "office"), settings.from(), settings.scale());
    }

    /**
     * Writes a fact down.
     *
     * @param today the day on which it became known
     */
    public void write(LocalDate today, EventData fact) {
        if (closed) {
            return;
        }
        LocalDateTime moment = stamps.next(today);
        if (moment.toLocalDate().isAfter(settings.to())) {
            closed = true;
            return;
        }
        count++;
        // The seed is in the id, so that two towns in one broker are not taken for one.
        EventId id = new EventId(SOURCE, "s" + settings.seed() + "-" + count);
        events.accept(new Event(id, moment.atZone(LOCAL).toInstant(), fact));
    }

    /** Whether the end of the last day has been reached: nothing more will be written. */
    public boolean isClosed() {
        return closed;
    }
}
