package nl.buurtpuls.oracle;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import nl.buurtpuls.contract.event.Event;
import nl.buurtpuls.contract.event.EventData;
import nl.buurtpuls.contract.event.EventData.DwellingRegistered;
import nl.buurtpuls.contract.event.EventData.OfPerson;
import nl.buurtpuls.contract.event.EventData.Retraction;
import nl.buurtpuls.contract.event.EventId;
import nl.buurtpuls.contract.event.EventJson;

/** From what lies under one municipality's key to the facts that count, in the order in which they act. */
final class Facts {

    private static final Comparator<Event> IN_ORDER = Comparator.<Event, LocalDate>comparing(
                    event -> effectiveDate(event.data()))
            .thenComparing(Event::time)
            .thenComparing(event -> event.id().id())
            .thenComparing(event -> event.id().source());

    private Facts() {}

    /** @param municipality under whose key they lie: what its own register says, others do not overrule or take back */
    static List<Event> thatCount(String municipality, Collection<Event> sent) {
        Map<EventId, Event> oneEach = new HashMap<>();
        for (Event event : sent) {
            Event known = oneEach.get(event.id());
            if (known == null || overrides(municipality, event, known)) {
                oneEach.put(event.id(), event);
            }
        }
        List<Retraction> retractions = new ArrayList<>();
        for (Event event : oneEach.values()) {
            if (event.data() instanceof Retraction retraction) {
                retractions.add(retraction);
            }
        }
        List<Event> counting = new ArrayList<>();
        for (Event event : oneEach.values()) {
            if (!(event.data() instanceof Retraction) && !isRetracted(municipality, event, retractions)) {
                counting.add(event);
            }
        }
        counting.sort(IN_ORDER);
        return counting;
    }

    private static boolean isRetracted(String municipality, Event event, List<Retraction> retractions) {
        for (Retraction retraction : retractions) {
            if (retraction.retracts().equals(event.id())
                    && retraction.subject().equals(event.data().subject())
                    && (retraction.municipality().equals(municipality)
                            || !event.data().municipality().equals(municipality))) {
                return true;
            }
        }
        return false;
    }

    /** Whether of two events with one identity the first is the one that counts. */
    private static boolean overrides(String municipality, Event event, Event known) {
        boolean isOwn = event.data().municipality().equals(municipality);
        if (isOwn != known.data().municipality().equals(municipality)) {
            return isOwn;
        }
        int byTime = event.time().compareTo(known.time());
        return byTime != 0 ? byTime < 0 : Arrays.compareUnsigned(contents(event), contents(known)) < 0;
    }

    private static byte[] contents(Event event) {
        ByteArrayOutputStream contents = new ByteArrayOutputStream();
        contents.writeBytes(event.data().type().typeName().getBytes(StandardCharsets.UTF_8));
        contents.writeBytes(EventJson.write(event.data()));
        return contents.toByteArray();
    }

    static LocalDate effectiveDate(EventData data) {
        if (data instanceof OfPerson ofPerson) {
            return ofPerson.effectiveDate();
        }
        if (data instanceof DwellingRegistered registered) {
            return registered.effectiveDate();
        }
        throw new IllegalArgumentException("has no effective date: " + data);
    }
}
