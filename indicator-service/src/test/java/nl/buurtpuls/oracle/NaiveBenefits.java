package nl.buurtpuls.oracle;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import nl.buurtpuls.contract.event.Scheme;
import nl.buurtpuls.oracle.People.Household;

/** Figures of one scheme, or of any, on a day. */
final class NaiveBenefits {

    /** The schemes that figures are about, by the first part of the indicator's id. */
    static final Map<String, Predicate<Set<Scheme>>> SCHEMES = Map.of(
            "social-assistance", running -> running.contains(Scheme.SOCIAL_ASSISTANCE),
            "disability", running -> running.contains(Scheme.DISABILITY),
            "unemployment", running -> running.contains(Scheme.UNEMPLOYMENT),
            "any", running -> !running.isEmpty());

    static final List<String> NAMES = List.of(
            "recipients",
            "recipients.share",
            "households",
            "households.share",
            "persons",
            "minors",
            "minors.share",
            "share-of-municipality",
            "duration.under-2y",
            "duration.under-2y.share",
            "duration.2y-to-5y",
            "duration.2y-to-5y.share",
            "duration.over-5y",
            "duration.over-5y.share",
            "since-settlement",
            "since-settlement.share");

    /** The running spell began at most so many days after the arrival. */
    private static final int DAYS_TO_COUNT_AS_SINCE_SETTLEMENT = 31;

    private final String municipality;
    private final People people;

    NaiveBenefits(String municipality, People people) {
        this.municipality = municipality;
        this.people = people;
    }

    /**
     * @param name the indicator's id after the scheme
     */
    NaiveFigure figure(Predicate<Set<Scheme>> scheme, String name, String area, LocalDate date) {
        List<Life> recipients = with(scheme, people.residents(area, date), date);
        Set<Household> households = people.households(recipients, date);
        List<Life> adults = people.adults(area, date);
        List<Life> minors = people.minors(area, date);
        int all = recipients.size();
        return switch (name) {
            case "recipients" -> NaiveFigure.count(all);
            case "recipients.share" ->
                NaiveFigure.ratio(with(scheme, adults, date).size(), adults.size());
            case "households" -> NaiveFigure.count(households.size());
            case "households.share" ->
                NaiveFigure.ratio(
                        households.size(),
                        people.households(people.residents(area, date), date).size());
            case "persons" -> NaiveFigure.count(membersOf(households, people.residents(area, date), date));
            case "minors" -> NaiveFigure.count(membersOf(households, minors, date));
            case "minors.share" -> NaiveFigure.ratio(membersOf(households, minors, date), minors.size());
            case "share-of-municipality" ->
                NaiveFigure.ratio(
                        all,
                        with(scheme, people.residents(municipality, date), date).size());
            case "duration.under-2y" -> NaiveFigure.count(withDuration(0, 2, scheme, recipients, date));
            case "duration.under-2y.share" -> NaiveFigure.ratio(withDuration(0, 2, scheme, recipients, date), all);
            case "duration.2y-to-5y" -> NaiveFigure.count(withDuration(2, 5, scheme, recipients, date));
            case "duration.2y-to-5y.share" -> NaiveFigure.ratio(withDuration(2, 5, scheme, recipients, date), all);
            case "duration.over-5y" -> NaiveFigure.count(withDuration(5, Integer.MAX_VALUE, scheme, recipients, date));
            case "duration.over-5y.share" ->
                NaiveFigure.ratio(withDuration(5, Integer.MAX_VALUE, scheme, recipients, date), all);
            case "since-settlement" -> NaiveFigure.count(sinceSettlement(scheme, recipients, date));
            case "since-settlement.share" -> NaiveFigure.ratio(sinceSettlement(scheme, recipients, date), all);
            default -> throw new IllegalArgumentException("no figure of a scheme: " + name);
        };
    }

    private static List<Life> with(Predicate<Set<Scheme>> scheme, Collection<Life> residents, LocalDate date) {
        List<Life> recipients = new ArrayList<>();
        for (Life resident : residents) {
            if (scheme.test(resident.evening(date).schemes())) {
                recipients.add(resident);
            }
        }
        return recipients;
    }

    private int membersOf(Set<Household> households, Collection<Life> residents, LocalDate date) {
        int count = 0;
        for (Life resident : residents) {
            if (households.contains(people.household(resident, date))) {
                count++;
            }
        }
        return count;
    }

    private static int withDuration(
            int fromYears, int beforeYears, Predicate<Set<Scheme>> scheme, List<Life> recipients, LocalDate date) {
        int count = 0;
        for (Life recipient : recipients) {
            LocalDate since = recipient.runningSince(scheme, date);
            if (since != null) {
                int years = Years.completed(since, date);
                if (years >= fromYears && years < beforeYears) {
                    count++;
                }
            }
        }
        return count;
    }

    private static int sinceSettlement(Predicate<Set<Scheme>> scheme, List<Life> recipients, LocalDate date) {
        int count = 0;
        for (Life recipient : recipients) {
            LocalDate since = recipient.runningSince(scheme, date);
            LocalDate settledOn = recipient.evening(date).settledOn();
            if (since != null
                    && settledOn != null
                    && !since.isAfter(settledOn.plusDays(DAYS_TO_COUNT_AS_SINCE_SETTLEMENT))) {
                count++;
            }
        }
        return count;
    }
}
