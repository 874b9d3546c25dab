package nl.buurtpuls.indicator.contribution;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
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
     * @param minimum of those days, the ones of a year after one at no more than 120% of the social minimum
     * @param longTermMinimum of those days, the ones of a year after four such years
     */
    public record Member(Days presence, int adultFrom, List<Days> received, Days minimum, Days longTermMinimum) {}

    /** The parts of a timeline in the households it passes through. */
    public static Map<Key, Member> memberships(Timeline life) {
        Map<Key, Days> presences = new HashMap<>();
        for (Stay stay : life.stays()) {
            presences.merge(Key.of(stay.residence()), stay.days(), Days::or);
        }
        Map<Key, Member> memberships = new HashMap<>();
        Days minimum = Incomes.minimum(life);
        Days longTermMinimum = Incomes.longTermMinimum(life);
        presences.forEach((household, presence) -> memberships.put(
                household,
                new Member(
                        presence,
                        life.birthday(18),
                        life.receivedDuring(presence),
                        presence.and(minimum),
                        presence.and(longTermMinimum))));
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
        postChange(before, Member::presence, Measure.HOUSEHOLDS, around, posting);
        postChange(before, Member::minimum, Measure.MINIMUM_HOUSEHOLDS, around, posting);
        postChange(before, Member::longTermMinimum, Measure.LONG_TERM_MINIMUM_HOUSEHOLDS, around, posting);
        before.enterRecipients(around, posting.before());
        enterRecipients(around, posting.after());
    }

    /** Posts the change of a stock of households: those on whose days some member is something. */
    private void postChange(
            Household before, Function<Member, Days> being, Measure measure, Iterable<String> around, Posting posting) {
        Days was = before.daysWith(being);
        Days is = daysWith(being);
        if (!was.equals(is)) {
            for (String area : around) {
                posting.before().stock(area, measure, was);
                posting.after().stock(area, measure, is);
            }
        }
    }

    private Days daysWith(Function<Member, Days> being) {
        return Days.union(members.values().stream().map(being).toList());
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
