package nl.buurtpuls.simulator.behaviour;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import nl.buurtpuls.contract.event.Event;
import nl.buurtpuls.contract.event.EventData;
import nl.buurtpuls.simulator.calibration.Calibration;
import nl.buurtpuls.simulator.chance.Chance;
import nl.buurtpuls.simulator.register.Register;
import nl.buurtpuls.simulator.table.BuurtFigures;
import nl.buurtpuls.simulator.table.Target;
import nl.buurtpuls.simulator.town.Calendar;
import nl.buurtpuls.simulator.town.Surroundings;
import nl.buurtpuls.simulator.town.Town;
import org.jspecify.annotations.Nullable;

/** One municipality from its first day on, day by day. */
public final class TownLife {

    /**
     * What and how much to make.
     *
     * @param scale part of the real size
     */
    public record Span(long seed, LocalDate from, LocalDate to, double scale) {}

    private final Span span;
    private final Register register;
    private final Town town;
    private final Incomes incomes;
    private final Chance calibrating;
    private final List<Daily> happenings;
    private @Nullable LocalDate calibrateOn;

    /**
     * @param buurten those of the municipality
     * @param heerlen whether it takes the course planned for Heerlen
     * @param calibrated whether the figures of the start report are to come out
     */
    public TownLife(
            String municipality,
            List<BuurtFigures> buurten,
            Surroundings surroundings,
            Span span,
            boolean heerlen,
            boolean calibrated,
            Consumer<Event> events) {
        this.span = span;
        String name = municipality.substring(2);
        this.register = new Register("s" + span.seed() + "-" + name + "-", span.from(), span.to(), events);
        Calendar calendar = new Calendar(span.from());
        Chances chances = new Chances(span.seed(), municipality);
        Blueprint blueprint = heerlen
                ? Blueprint.heerlen(buurten, span.scale())
                : Blueprint.of(municipality, buurten, surroundings, span.scale());
        this.town = new Town(municipality, calendar, blueprint.parts(), surroundings, register, chances.of("town"));
        this.calibrating = chances.of("calibration");
        if (calibrated) {
            calibrateOn = Target.date("recipients");
            register.hold();
            town.benefits().keepBooksOpen();
        }
        this.incomes = new Incomes(town, blueprint.parameters(), chances.of("incomes"));
        if (calibrated) {
            incomes.keepOpen();
        }
        Founding founding = new Founding(town, blueprint.parameters(), chances.of("founding"), span.scale());
        for (int i = 0; i < blueprint.parts().size(); i++) {
            founding.found(blueprint.parts().get(i), blueprint.courses().get(i));
        }
        register.endDay(span.from());
        this.happenings = new ArrayList<>(blueprint.happenings(town, register, incomes, chances));
    }

    /** Goes on to the end of a day. */
    public void liveUntil(LocalDate last) {
        LocalDate day = town.calendar().today().plusDays(1);
        while (calibrateOn != null || !day.isAfter(last) && !register.isClosed()) {
            happen(day);
            register.endDay(day);
            if (day.equals(calibrateOn)) {
                calibrateOn = null;
                new Calibration(town, incomes, calibrating).run();
                register.release();
            }
            day = day.plusDays(1);
        }
    }

    /** Lives a day, be it once more, and returns what happened, which is not sent. */
    public List<EventData> live(LocalDate day) {
        happen(day);
        return register.takeFacts();
    }

    private void happen(LocalDate day) {
        town.calendar().turnTo(day);
        happenings.forEach(Daily::live);
    }

    /** The day that the town is at. */
    public LocalDate today() {
        return town.calendar().today();
    }

    public Register register() {
        return register;
    }

    /** Streams of chance, one for each purpose. */
    record Chances(long seed, String municipality) {
        Chance of(String purpose) {
            return Chance.of(seed, municipality + " " + purpose);
        }
    }
}
