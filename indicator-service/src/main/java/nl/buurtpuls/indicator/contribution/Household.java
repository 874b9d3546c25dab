package nl.buurtpuls.indicator.contribution;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import nl.buurtpuls.contract.event.Residence;
import nl.buurtpuls.contract.event.Scheme;
import nl.buurtpuls.contract.indicator.Measure;
import nl.buurtpuls.indicator.ledger.Book;
import nl.buurtpuls.indicator.ledger.Posting;
import nl.buurtpuls.indicator.timeline.Days;
import nl.buurtpuls.indicator.timeline.Stay;
import nl.buurtpuls.indicator.timeline.Timeline;

/**
 * A household as the set of its members' parts in it: for each, only that of the timeline which the household's
 * figures need. So an event touches the households its person is in, and no other member's dossier is read. Immutable.
 */
public final class Household {

    public static final Household EMPTY = new Household(Map.of());

    private final Map<String, Member> members;

    Household(Map<String, Member> members) {
        this.members = members;
    }

    /** Names a household: one of the same name in another buurt is another one. */
    public record Key(String buurt, String household) {
        static Key of(Residence residence) {
            return new Key(residence.buurt(), residence.household());
        }
    }

    /**
     * What a household knows of a member.
     *
     * @param presence days on which the person is a resident member
     * @param adultFrom eighteenth birthday
     * @param received of those days, the ones on which each scheme runs, by {@link Scheme#ordinal}
     */
    public record Member(Days presence, int adultFrom, List<Days> received) {}

    /** The parts of a timeline in the households it passes through. */
    public static Map<Key, Member> memberships(Timeline life) {
        Map<Key, Days> presences = new HashMap<>();
        for (Stay stay : life.stays()) {
            presences.merge(Key.of(stay.residence()), stay.days(), Days::or);
        }
        Map<Key, Member> memberships = new HashMap<>();
        presences.forEach((household, presence) ->
                memberships.put(household, new Member(presence, life.birthday(18), life.receivedDuring(presence))));
        return memberships;
    }

    public Household with(String person, Member member) {
        Map<String, Member> changed = new TreeMap<>(members);
        changed.put(person, member);
        return new Household(changed);
    }

    public Household without(String person) {
        Map<String, Member> changed = new TreeMap<>(members);
        changed.remove(person);
        return new Household(changed);
    }

    public boolean isEmpty() {
        return members.isEmpty();
    }

    Map<String, Member> members() {
        return members;
    }

    /** Posts the difference to what the household was before, to the areas around its buurt. */
    public void post(Household before, Iterable<String> around, Posting posting) {
        Days wasOccupied = before.occupied();
        Days isOccupied = occupied();
        if (!wasOccupied.equals(isOccupied)) {
            for (String area : around) {
                posting.before().stock(area, Measure.HOUSEHOLDS, wasOccupied);
                posting.after().stock(area, Measure.HOUSEHOLDS, isOccupied);
            }
        }
        before.enterRecipients(around, posting.before());
        enterRecipients(around, posting.after());
    }

    private Days occupied() {
        Days occupied = Days.NONE;
        for (Member member : members.values()) {
            occupied = occupied.or(member.presence());
        }
        return occupied;
    }

    /** The days on which a member receives a scheme, by {@link Scheme#ordinal}. */
    private List<Days> withRecipient() {
        List<Days> withRecipient = new ArrayList<>(Collections.nCopies(Scheme.values().length, Days.NONE));
        for (Member member : members.values()) {
            for (int scheme = 0; scheme < withRecipient.size(); scheme++) {
                withRecipient.set(
                        scheme, withRecipient.get(scheme).or(member.received().get(scheme)));
            }
        }
        return withRecipient;
    }

    private void enterRecipients(Iterable<String> around, Book book) {
        List<Days> withRecipient = withRecipient();
        Days withAny = Days.union(withRecipient);
        if (withAny.isEmpty()) {
            return;
        }
        for (String area : around) {
            book.schemes(area, Measure.RECIPIENT_HOUSEHOLDS, withRecipient, withAny);
        }
        for (Member member : members.values()) {
            enterAffected(member.presence(), withRecipient, Measure.RECIPIENT_HOUSEHOLD_PERSONS, around, book);
            Days asMinor = member.presence().and(Days.between(Days.EVER, member.adultFrom()));
            enterAffected(asMinor, withRecipient, Measure.RECIPIENT_HOUSEHOLD_MINORS, around, book);
        }
    }

    private static void enterAffected(
            Days presence, List<Days> withRecipient, Measure measure, Iterable<String> around, Book book) {
        List<Days> affected = withRecipient.stream().map(presence::and).toList();
        Days byAny = Days.union(affected);
        if (!byAny.isEmpty()) {
            for (String area : around) {
                book.schemes(area, measure, affected, byAny);
            }
        }
    }
}
