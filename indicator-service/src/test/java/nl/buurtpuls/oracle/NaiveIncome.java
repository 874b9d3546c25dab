package nl.buurtpuls.oracle;

import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import nl.buurtpuls.oracle.People.Household;

/** Figures of income classes, of the calendar year before the date and those before it. */
final class NaiveIncome {

    static final List<String> NAMES = List.of(
            "low-income.share",
            "social-minimum-120.households",
            "social-minimum-120.households.share",
            "social-minimum-120.long-term.households.share");

    private static final int YEARS_OF_LONG_TERM = 4;

    private final People people;

    NaiveIncome(People people) {
        this.people = people;
    }

    NaiveFigure figure(String name, String area, LocalDate date) {
        List<Life> residents = people.residents(area, date);
        int households = people.households(residents, date).size();
        return switch (name) {
            case "low-income.share" -> NaiveFigure.ratio(withLowIncome(residents, date), residents.size());
            case "social-minimum-120.households" ->
                NaiveFigure.count(householdsAtMost120Percent(1, residents, date).size());
            case "social-minimum-120.households.share" ->
                NaiveFigure.ratio(householdsAtMost120Percent(1, residents, date).size(), households);
            case "social-minimum-120.long-term.households.share" ->
                NaiveFigure.ratio(
                        householdsAtMost120Percent(YEARS_OF_LONG_TERM, residents, date)
                                .size(),
                        households);
            default -> throw new IllegalArgumentException("no figure of income: " + name);
        };
    }

    private static int withLowIncome(List<Life> residents, LocalDate date) {
        int count = 0;
        for (Life resident : residents) {
            if (resident.hasLowIncome(date.getYear() - 1)) {
                count++;
            }
        }
        return count;
    }

    /** Households with one member who was so in each of the last years. */
    private Set<Household> householdsAtMost120Percent(int years, List<Life> residents, LocalDate date) {
        Set<Household> households = new HashSet<>();
        for (Life resident : residents) {
            boolean always = true;
            for (int ago = 1; ago <= years; ago++) {
                always &= resident.isAtMost120PercentOfSocialMinimum(date.getYear() - ago);
            }
            if (always) {
                households.add(people.household(resident, date));
            }
        }
        return households;
    }
}
