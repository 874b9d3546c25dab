package nl.buurtpuls.oracle;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import nl.buurtpuls.contract.event.Residence;
import nl.buurtpuls.contract.event.Scheme;
import nl.buurtpuls.contract.event.Tenure;
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
            "tenure.housing-corporation.share",
            "tenure.private-rental.share",
            "tenure.owner-occupied.share");

    private final String municipality;
    private final People people;
    private final NaiveDwellings dwellings;

    NaiveBenefits(String municipality, People people, NaiveDwellings dwellings) {
        this.municipality = municipality;
        this.people = people;
        this.dwellings = dwellings;
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
            case "tenure.housing-corporation.share" ->
                NaiveFigure.ratio(withTenure(Tenure.HOUSING_CORPORATION, recipients, date), all);
            case "tenure.private-rental.share" ->
                NaiveFigure.ratio(withTenure(Tenure.PRIVATE_RENTAL, recipients, date), all);
            case "tenure.owner-occupied.share" ->
                NaiveFigure.ratio(withTenure(Tenure.OWNER_OCCUPIED, recipients, date), all);
            default -> throw new IllegalArgumentException("no figure of a scheme: " + name);
        };
    }

    /** Of these residents, those with the scheme. */
    static List<Life> with(Predicate<Set<Scheme>> scheme, Collection<Life> residents, LocalDate date) {
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

    private int withTenure(Tenure tenure, List<Life> recipients, LocalDate date) {
        int count = 0;
        for (Life recipient : recipients) {
            Residence residence = recipient.evening(date).residence();
            if (residence != null && dwellings.tenure(residence.dwelling(), date) == tenure) {
                count++;
            }
        }
        return count;
    }
}
