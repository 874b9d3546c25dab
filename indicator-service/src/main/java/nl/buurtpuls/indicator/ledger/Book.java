package nl.buurtpuls.indicator.ledger;

import java.time.LocalDate;
import java.util.List;
import nl.buurtpuls.contract.event.Scheme;
import nl.buurtpuls.contract.indicator.Measure;
import nl.buurtpuls.contract.indicator.Series;
import nl.buurtpuls.contract.indicator.Window;
import nl.buurtpuls.indicator.timeline.Days;

/** Where contributions are entered. */
public interface Book {

    /** n more of the series in the area from (a stock) or on (a flow) the day. */
    void enter(String area, Series series, int day, long n);

    /** n more of a measure with an open dimension. */
    void enter(String area, Measure measure, String dimension, int day, long n);

    /** One more of a stock on each of the days. */
    default void stock(String area, Series series, Days days) {
        stock(area, series, days, 1);
    }

    default void stock(String area, Measure measure, Days days) {
        stock(area, Series.of(measure), days, 1);
    }

    /** n more of a stock on each of the days. */
    default void stock(String area, Series series, Days days, long n) {
        for (int span = 0; span < days.spans(); span++) {
            enter(area, series, days.from(span), n);
            if (days.to(span) != Days.FOREVER) {
                enter(area, series, days.to(span), -n);
            }
        }
    }

    /**
     * One more of a stock whose dimension is the scheme, for each scheme on its days; and as overlap what these add up
     * to beyond the days of any scheme.
     *
     * @param schemes days by {@link Scheme#ordinal}
     * @param any the days that the figure of any scheme counts
     */
    default void schemes(String area, Measure measure, List<Days> schemes, Days any) {
        schemes(area, measure, 1, 0, schemes, any);
    }

    /** The same for one of the classes of a measure whose dimensions are the schemes by so many classes. */
    default void schemes(String area, Measure measure, int classes, int place, List<Days> schemes, Days any) {
        Series overlap = Series.at(measure, schemes.size() * classes + place);
        boolean matched = false;
        for (int scheme = 0; scheme < schemes.size(); scheme++) {
            Days days = schemes.get(scheme);
            stock(area, Series.at(measure, scheme * classes + place), days);
            if (!matched && days.equals(any)) {
                matched = true;
            } else {
                stock(area, overlap, days);
            }
        }
        if (!matched) {
            stock(area, overlap, any, -1);
        }
    }

    /** One flow on a day. */
    default void flow(String area, Measure measure, int day) {
        enter(area, Series.of(measure), day, 1);
    }

    /**
     * One more at every (day, other day) with day in {@code days} and other day in {@code others}: a rectangle for each
     * pair of spans, entered as the corners of a two-dimensional difference table. Pairs whose other day would lie
     * before the day are left out: nobody asks for them.
     *
     * @see Window the fixed spans, which need no second dimension
     */
    default void plane(String area, Measure measure, Days days, Days others) {
        for (int other = 0; other < others.spans(); other++) {
            for (int span = 0; span < days.spans() && days.from(span) < others.to(other); span++) {
                column(area, measure, days, span, others.from(other), 1);
                if (others.to(other) != Days.FOREVER) {
                    column(area, measure, days, span, others.to(other), -1);
                }
            }
        }
    }

    private void column(String area, Measure measure, Days days, int span, int otherDay, long n) {
        String dimension = LocalDate.ofEpochDay(otherDay).toString();
        enter(area, measure, dimension, days.from(span), n);
        if (days.to(span) != Days.FOREVER) {
            enter(area, measure, dimension, days.to(span), -n);
        }
    }
}
