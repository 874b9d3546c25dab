package nl.buurtpuls.indicator.contribution;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import nl.buurtpuls.contract.event.Event;
import nl.buurtpuls.contract.event.EventData.DwellingRegistered;
import nl.buurtpuls.contract.event.Tenure;
import nl.buurtpuls.indicator.timeline.Days;

/**
 * What is registered of a dwelling, in order: each registration holds until the next.
 *
 * @param spells one for each registration
 */
public record DwellingHistory(List<Spell> spells) {

    private static final Comparator<Event> ORDER = Comparator.comparing(
                    (Event fact) -> registered(fact).effectiveDate())
            .thenComparing(Event::time)
            .thenComparing(Event::id);

    /** A registration and the days on which it holds. */
    public record Spell(DwellingRegistered registration, Days days) {}

    /** The history of registrations that stand, in whatever order they are given. */
    public static DwellingHistory of(List<Event> standing) {
        List<Event> ordered = new ArrayList<>(standing);
        ordered.sort(ORDER);
        List<Spell> spells = new ArrayList<>();
        for (int i = 0; i < ordered.size(); i++) {
            DwellingRegistered registration = registered(ordered.get(i));
            int until = i + 1 < ordered.size() ? day(registered(ordered.get(i + 1))) : Days.FOREVER;
            spells.add(new Spell(registration, Days.between(day(registration), until)));
        }
        return new DwellingHistory(List.copyOf(spells));
    }

    /** The days on which the dwelling has a tenure. */
    Days with(Tenure tenure) {
        Days days = Days.NONE;
        for (Spell spell : spells) {
            if (spell.registration().tenure() == tenure) {
                days = days.or(spell.days());
            }
        }
        return days;
    }

    private static DwellingRegistered registered(Event fact) {
        return (DwellingRegistered) fact.data();
    }

    private static int day(DwellingRegistered registration) {
        return Math.toIntExact(registration.effectiveDate().toEpochDay());
    }
}
