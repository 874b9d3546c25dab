package nl.buurtpuls.benchmark.peers;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import nl.buurtpuls.contract.event.Event;
import nl.buurtpuls.contract.event.EventData;
import nl.buurtpuls.contract.event.EventData.BenefitEnded;
import nl.buurtpuls.contract.event.EventData.BenefitGranted;
import nl.buurtpuls.contract.event.EventData.Birth;
import nl.buurtpuls.contract.event.EventData.Death;
import nl.buurtpuls.contract.event.EventData.Emigration;
import nl.buurtpuls.contract.event.EventData.IntermunicipalMove;
import nl.buurtpuls.contract.event.EventData.Placement;
import nl.buurtpuls.contract.event.EventData.Retraction;
import nl.buurtpuls.contract.event.EventData.Stand;
import nl.buurtpuls.contract.event.Scheme;
import nl.buurtpuls.contract.event.Subject;
import org.jspecify.annotations.Nullable;

/**
 * What an event says to one municipality as far as the figures of the peers need it, flat as a row.
 *
 * @param day from when; of a retraction the day it was logged
 * @param detail the buurt of a placement, the name of a grant, the id of what is retracted; empty for none
 */
record Mutation(String id, String person, Kind kind, LocalDate day, Instant time, String detail) {
    /** What happens. */
    enum Kind {
        /** Lives there, and did not come from elsewhere. */
        FOUND,
        ARRIVES,
        MOVES,
        LEAVES,
        DIES,
        /** Social assistance. */
        GRANTED,
        ENDED,
        RETRACTED
    }

    /** The mutation that an event is to a municipality; empty if it is none of these kinds. */
    static Optional<Mutation> of(Event event, String municipality) {
        EventData data = event.data();
        if (data instanceof Retraction retraction && retraction.subject() instanceof Subject.Person person) {
            return Optional.of(new Mutation(
                    name(event.id().source(), event.id().id()),
                    person.id(),
                    Kind.RETRACTED,
                    LocalDate.ofEpochDay(event.time().getEpochSecond() / 86_400),
                    event.time(),
                    name(retraction.retracts().source(), retraction.retracts().id())));
        }
        if (!(data instanceof EventData.OfPerson ofPerson)) {
            return Optional.empty();
        }
        Kind kind = kind(data, municipality);
        return kind == null
                ? Optional.empty()
                : Optional.of(new Mutation(
                        name(event.id().source(), event.id().id()),
                        ofPerson.person(),
                        kind,
                        ofPerson.effectiveDate(),
                        event.time(),
                        detail(data)));
    }

    /** As one line of fields between tabs, which is what COPY takes. */
    String line() {
        return String.join("\t", id, person, kind.name(), day.toString(), time.toString(), detail);
    }

    /** The mutation of a line. */
    static Mutation parse(String line) {
        String[] fields = line.split("\t", -1);
        return new Mutation(
                fields[0],
                fields[1],
                Kind.valueOf(fields[2]),
                LocalDate.parse(fields[3]),
                Instant.parse(fields[4]),
                fields[5]);
    }

    private static @Nullable Kind kind(EventData data, String municipality) {
        if (data instanceof Birth || data instanceof Stand stand && stand.origin() == null) {
            return Kind.FOUND;
        }
        if (data instanceof Emigration
                || data instanceof IntermunicipalMove move
                        && !move.municipality().equals(municipality)) {
            return Kind.LEAVES;
        }
        if (data instanceof Placement) {
            boolean within = data instanceof EventData.MoveWithin || data instanceof EventData.HouseholdChange;
            return within ? Kind.MOVES : Kind.ARRIVES;
        }
        if (data instanceof Death) {
            return Kind.DIES;
        }
        if (data instanceof BenefitGranted granted && granted.scheme() == Scheme.SOCIAL_ASSISTANCE) {
            return Kind.GRANTED;
        }
        return data instanceof BenefitEnded ended && ended.scheme() == Scheme.SOCIAL_ASSISTANCE ? Kind.ENDED : null;
    }

    private static String detail(EventData data) {
        if (data instanceof Placement placement) {
            return placement.residence().buurt();
        }
        String benefit = data instanceof BenefitGranted granted
                ? granted.benefit()
                : data instanceof BenefitEnded ended ? ended.benefit() : null;
        return benefit == null ? "" : benefit;
    }

    private static String name(String source, String id) {
        return id + " " + source;
    }
}
