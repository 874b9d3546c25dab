package nl.buurtpuls.benchmark.peers;

import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import nl.buurtpuls.contract.event.Event;
import nl.buurtpuls.contract.event.EventData;
import nl.buurtpuls.contract.event.EventData.BenefitGranted;
import nl.buurtpuls.contract.event.EventData.MoveWithin;
import nl.buurtpuls.contract.event.EventData.OfPerson;
import nl.buurtpuls.contract.event.EventData.Placement;
import nl.buurtpuls.contract.event.EventData.Retraction;
import nl.buurtpuls.contract.event.EventId;
import nl.buurtpuls.contract.event.Residence;
import nl.buurtpuls.contract.event.Scheme;

/**
 * What a register sends today about years ago: moves that turn out not to have been, moves that nobody had told, benefits
 * that were never due.
 */
final class Corrections {
    private static final String SOURCE = "urn:nld:oin:00000001001234567000:systeem:corrections";

    private final String municipality;
    private final Instant now;
    private final List<Event> corrections = new ArrayList<>();

    private Corrections(String municipality, Instant now) {
        this.municipality = municipality;
        this.now = now;
    }

    /** So many of each kind at most, spread over the years. */
    static List<Event> of(List<Event> events, String municipality, List<String> buurten, int each, Instant now) {
        Corrections made = new Corrections(municipality, now);
        List<Event> moves = new ArrayList<>();
        List<Event> grants = new ArrayList<>();
        Map<String, Placement> before = new HashMap<>();
        Map<Event, Placement> from = new HashMap<>();
        for (Event event : events) {
            if (!event.data().municipality().equals(municipality)) {
                continue;
            }
            if (event.data() instanceof MoveWithin move) {
                Placement last = before.get(move.person());
                if (last != null && last.effectiveDate().plusDays(60).isBefore(move.effectiveDate())) {
                    moves.add(event);
                    from.put(event, last);
                }
            } else if (event.data() instanceof BenefitGranted grant && grant.scheme() == Scheme.SOCIAL_ASSISTANCE) {
                grants.add(event);
            }
            if (event.data() instanceof Placement placement) {
                before.put(placement.person(), placement);
            }
        }
        List<Event> chosen = spread(moves, 2 * each);
        for (int i = 0; i < chosen.size(); i++) {
            Event move = chosen.get(i);
            if (i % 2 == 0) {
                made.retract(move);
            } else {
                made.moveBefore((MoveWithin) move.data(), from.get(move), buurten.get(i % buurten.size()));
            }
        }
        spread(grants, each).forEach(made::retract);
        return made.corrections;
    }

    /** So many of them at most, evenly from first to last. */
    static List<Event> spread(List<Event> events, int most) {
        List<Event> chosen = new ArrayList<>();
        int step = Math.max(1, events.size() / most);
        for (int i = 0; i < events.size() && chosen.size() < most; i += step) {
            chosen.add(events.get(i));
        }
        return chosen;
    }

    private void retract(Event wrong) {
        add(new Retraction(municipality, wrong.data().subject(), wrong.id(), null));
    }

    /** A move halfway between two that are known. */
    private void moveBefore(MoveWithin move, OfPerson earlier, String buurt) {
        long days = ChronoUnit.DAYS.between(earlier.effectiveDate(), move.effectiveDate());
        LocalDate halfway = earlier.effectiveDate().plusDays(days / 2);
        add(new MoveWithin(
                move.person(), municipality, halfway, new Residence(buurt, "correction-" + corrections.size(), null)));
    }

    private void add(EventData data) {
        int number = corrections.size();
        corrections.add(new Event(new EventId(SOURCE, "correction-" + number), now.plusMillis(number), data));
    }
}
