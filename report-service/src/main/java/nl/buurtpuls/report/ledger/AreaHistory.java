package nl.buurtpuls.report.ledger;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import nl.buurtpuls.contract.indicator.Anchor;
import nl.buurtpuls.contract.indicator.Figures;
import nl.buurtpuls.contract.indicator.Series;
import org.jspecify.annotations.Nullable;

/** The sums of an area, of its municipality and of its buurten from which its figures of some dates follow. */
public final class AreaHistory {

    private final Set<LocalDate> dates;
    private final History own;
    private final History municipality;
    private final List<History> buurten;

    /**
     * @param municipality above the municipality, the area's own
     * @param buurten in order of code, so that what is added up over them is so in one order
     */
    AreaHistory(Collection<LocalDate> dates, History own, History municipality, List<History> buurten) {
        this.dates = Set.copyOf(dates);
        this.own = own;
        this.municipality = municipality;
        this.buurten = buurten;
    }

    /**
     * The figures of a date.
     *
     * @throws IllegalArgumentException if it is none of the dates that were asked for
     */
    public Figures on(LocalDate date) {
        if (!dates.contains(date)) {
            throw new IllegalArgumentException("the sums up to " + date + " were not read");
        }
        Figures around = new OnDate(date, municipality, null, List.of());
        return new OnDate(
                date,
                own,
                around,
                buurten.stream()
                        .<Figures>map(buurt -> new OnDate(date, buurt, around, List.of()))
                        .toList());
    }

    private record OnDate(
            LocalDate date, History history, @Nullable Figures around, List<Figures> buurten) implements Figures {
        @Override
        public long total(Series series, Anchor anchor) {
            return history.total(series, anchor.day(date));
        }

        @Override
        public long moment(Series series, Anchor anchor) {
            return history.moment(series, anchor.day(date));
        }

        @Override
        public Figures municipality() {
            return around == null ? this : around;
        }
    }
}
