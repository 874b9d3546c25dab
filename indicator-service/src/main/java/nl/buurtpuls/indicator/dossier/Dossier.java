package nl.buurtpuls.indicator.dossier;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import nl.buurtpuls.contract.event.Event;
import nl.buurtpuls.contract.event.EventData.Retraction;
import nl.buurtpuls.contract.event.EventId;
import org.jspecify.annotations.Nullable;

/**
 * The set of facts that one municipality's register has given of one person or dwelling, retractions among them.
 * Immutable. The same set results whatever the order in which facts come, and however often.
 */
public final class Dossier {

    public static final Dossier EMPTY = new Dossier(Map.of());

    private final Map<EventId, Event> facts;

    private Dossier(Map<EventId, Event> facts) {
        this.facts = facts;
    }

    static Dossier of(Collection<Event> facts) {
        Map<EventId, Event> byId = new HashMap<>();
        facts.forEach(fact -> byId.put(fact.id(), fact));
        return new Dossier(byId);
    }

    public @Nullable Event find(EventId id) {
        return facts.get(id);
    }

    /** This dossier with a fact added, in place of another content of the same event. */
    public Dossier with(Event fact) {
        Map<EventId, Event> more = new HashMap<>(facts);
        more.put(fact.id(), fact);
        return new Dossier(more);
    }

    public Dossier without(EventId id) {
        Map<EventId, Event> less = new HashMap<>(facts);
        less.remove(id);
        return new Dossier(less);
    }

    public boolean isEmpty() {
        return facts.isEmpty();
    }

    /** The events that the facts are of, in no order. */
    public Set<EventId> ids() {
        return Collections.unmodifiableSet(facts.keySet());
    }

    /** All facts, retracted ones and retractions too, in no order. */
    Collection<Event> all() {
        return Collections.unmodifiableCollection(facts.values());
    }

    /**
     * The facts that count: not retracted, and no retractions. In no order. What the municipality's own register said, others
     * do not take back.
     *
     * @param municipality whose dossier it is
     */
    public List<Event> standing(String municipality) {
        Set<EventId> retracted = new HashSet<>();
        for (Event fact : facts.values()) {
            if (fact.data() instanceof Retraction retraction) {
                Event meant = facts.get(retraction.retracts());
                if (meant != null && retraction.actsOn(meant, municipality)) {
                    retracted.add(meant.id());
                }
            }
        }
        List<Event> standing = new ArrayList<>(facts.size());
        for (Event fact : facts.values()) {
            if (!(fact.data() instanceof Retraction) && !retracted.contains(fact.id())) {
                standing.add(fact);
            }
        }
        return standing;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Dossier dossier && dossier.facts.equals(facts);
    }

    @Override
    public int hashCode() {
        return facts.hashCode();
    }

    @Override
    public String toString() {
        return "Dossier" + facts.values();
    }
}
