package nl.buurtpuls.oracle;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import nl.buurtpuls.contract.event.EventData.DwellingRegistered;
import nl.buurtpuls.contract.event.Tenure;
import org.jspecify.annotations.Nullable;

/** The dwellings of one municipality: what the last registration on or before a day says of each. */
final class NaiveDwellings {

    private final List<DwellingRegistered> registrations;
    private final Areas areas;

    /**
     * @param registrations in the order in which they act
     */
    NaiveDwellings(List<DwellingRegistered> registrations, Areas areas) {
        this.registrations = List.copyOf(registrations);
        this.areas = areas;
    }

    private List<DwellingRegistered> in(String area, LocalDate date) {
        Map<String, DwellingRegistered> last = new HashMap<>();
        for (DwellingRegistered registration : registrations) {
            if (!registration.effectiveDate().isAfter(date)) {
                last.put(registration.dwelling(), registration);
            }
        }
        List<DwellingRegistered> found = new ArrayList<>();
        for (DwellingRegistered registration : last.values()) {
            if (areas.liesIn(registration.buurt(), area)) {
                found.add(registration);
            }
        }
        return found;
    }

    /** The tenure of a dwelling by name, wherever it lies; unknown without a name or a registration. */
    Tenure tenure(@Nullable String dwelling, LocalDate date) {
        Tenure tenure = Tenure.UNKNOWN;
        for (DwellingRegistered registration : registrations) {
            if (registration.dwelling().equals(dwelling)
                    && !registration.effectiveDate().isAfter(date)) {
                tenure = registration.tenure();
            }
        }
        return tenure;
    }

    NaiveFigure count(String area, LocalDate date) {
        return NaiveFigure.count(in(area, date).size());
    }

    NaiveFigure share(Tenure tenure, String area, LocalDate date) {
        int count = 0;
        for (DwellingRegistered dwelling : in(area, date)) {
            if (dwelling.tenure() == tenure) {
                count++;
            }
        }
        return NaiveFigure.ratio(count, in(area, date).size());
    }

    NaiveFigure meanWozValue(String area, LocalDate date) {
        double sum = 0;
        int known = 0;
        for (DwellingRegistered dwelling : in(area, date)) {
            Long value = dwelling.wozValue();
            if (value != null) {
                sum += value;
                known++;
            }
        }
        return NaiveFigure.ratio(sum, known);
    }
}
