package nl.buurtpuls.report.ledger;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import nl.buurtpuls.contract.indicator.Anchor;
import nl.buurtpuls.contract.indicator.Series;
import org.jspecify.annotations.Nullable;

/** The sums of an area, of its municipality and of its buurten from which its figures of some dates follow. */
public final class AreaHistory {

    private final Set<LocalDate> dates;
    private final Place own;
    private final Place municipality;
    private final List<Place> buurten;

    /** The sums of one area. */
    record Place(String code, History history) {}

    /**
     * @param municipality above the municipality, the area itself
     * @param buurten in order of code, so that what is added up over them is so in one order
     */
    AreaHistory(Collection<LocalDate> dates, Place own, Place municipality, SortedMap<String, History> buurten) {
        this.dates = Set.copyOf(dates);
        this.own = own;
        this.municipality = municipality;
        this.buurten = buurten.entrySet().stream()
                .map(buurt -> new Place(buurt.getKey(), buurt.getValue()))
                .toList();
    }

    /**
     * The figures of a date.
     *
     * @throws IllegalArgumentException if it is none of the dates that were asked for
     */
    public LedgerFigures on(LocalDate date) {
        if (!dates.contains(date)) {
            throw new IllegalArgumentException("the sums up to " + date + " were not read");
        }
        LedgerFigures around = new OnDate(date, municipality, null, List.of());
        return new OnDate(
                date,
                own,
                around,
                buurten.stream()
                        .<LedgerFigures>map(buurt -> new OnDate(date, buurt, around, List.of()))
                        .toList());
    }

    private record OnDate(
            LocalDate date, Place place, @Nullable LedgerFigures around, List<LedgerFigures> buurten)
            implements LedgerFigures {
        @Override
        public String area() {
            return place.code();
        }

        @Override
        public long total(Series series, Anchor anchor) {
            return place.history().total(series, anchor.day(date));
        }

        @Override
        public long moment(Series series, Anchor anchor) {
            return place.history().moment(series, anchor.day(date));
        }

        @Override
        public LedgerFigures municipality() {
            return around == null ? this : around;
        }
    }
}
