package nl.buurtpuls.oracle;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import nl.buurtpuls.contract.event.Residence;
import nl.buurtpuls.contract.event.Scheme;
import nl.buurtpuls.oracle.NaiveIndices.Unit;
import org.jspecify.annotations.Nullable;

/** How recipients of a scheme, or of any, are spread over the buurten of an area. */
final class NaiveConcentration {

    /** Has a meaning for a buurt too. */
    static final String LOCATION_QUOTIENT = "location-quotient";

    /** Not for a buurt. */
    static final List<String> NAMES_ABOVE_BUURT =
            List.of("hyperconcentration", "dissimilarity", "isolation", "theil", "gini");

    private final String municipality;
    private final People people;

    NaiveConcentration(String municipality, People people) {
        this.municipality = municipality;
        this.people = people;
    }

    /**
     * @param name the indicator's id after the scheme
     */
    NaiveFigure figure(Predicate<Set<Scheme>> scheme, String name, String area, LocalDate date) {
        return switch (name) {
            case LOCATION_QUOTIENT ->
                NaiveFigure.quotient(shareOfAdults(scheme, area, date), shareOfAdults(scheme, municipality, date));
            case "hyperconcentration" -> hyperconcentration(scheme, area, date);
            default -> NaiveFigure.index(new NaiveIndices(buurten(scheme, area, date)).named(name));
        };
    }

    private @Nullable Double shareOfAdults(Predicate<Set<Scheme>> scheme, String area, LocalDate date) {
        Unit unit = unit(scheme, area, date);
        return unit.total() == 0 ? null : unit.part();
    }

    private Unit unit(Predicate<Set<Scheme>> scheme, String area, LocalDate date) {
        List<Life> adults = people.adults(area, date);
        return new Unit(NaiveBenefits.with(scheme, adults, date).size(), adults.size());
    }

    /** Adult recipients among the adults of each buurt in which anyone lives. */
    List<Unit> buurten(Predicate<Set<Scheme>> scheme, String area, LocalDate date) {
        List<Unit> units = new ArrayList<>();
        for (String buurt : buurtenWithResidents(area, date)) {
            units.add(unit(scheme, buurt, date));
        }
        return units;
    }

    /** Recipients of all ages in buurten where at least a fifth of the adults are recipients. */
    private NaiveFigure hyperconcentration(Predicate<Set<Scheme>> scheme, String area, LocalDate date) {
        Set<String> concentrated = new HashSet<>();
        for (String buurt : buurtenWithResidents(area, date)) {
            Unit unit = unit(scheme, buurt, date);
            // In whole numbers, so that exactly a fifth is one. Of no adults there is no share.
            if (unit.total() > 0 && unit.group() * 5 >= unit.total()) {
                concentrated.add(buurt);
            }
        }
        List<Life> recipients = NaiveBenefits.with(scheme, people.residents(area, date), date);
        int count = 0;
        for (Life recipient : recipients) {
            Residence residence = recipient.evening(date).residence();
            if (residence != null && concentrated.contains(residence.buurt())) {
                count++;
            }
        }
        return NaiveFigure.ratio(count, recipients.size());
    }

    private Set<String> buurtenWithResidents(String area, LocalDate date) {
        Set<String> buurten = new TreeSet<>();
        for (Life resident : people.residents(area, date)) {
            buurten.add(people.household(resident, date).buurt());
        }
        return buurten;
    }
}
