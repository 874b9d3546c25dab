package nl.buurtpuls.indicator.above;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import nl.buurtpuls.contract.area.Level;
import nl.buurtpuls.contract.indicator.Anchor;
import nl.buurtpuls.contract.indicator.Catalogue;
import nl.buurtpuls.contract.indicator.Figures;
import nl.buurtpuls.contract.indicator.Indicator;
import nl.buurtpuls.contract.indicator.Quantity.Scope;
import nl.buurtpuls.contract.indicator.Series;
import nl.buurtpuls.indicator.binary.Decoder;
import nl.buurtpuls.indicator.binary.Encoder;

/** What a ledger adds up to at every anchor of a date: of those series only that figures above the municipality need. */
public final class Sums {

    /** Whose sums they are, and so which series they have. */
    enum Of {
        /** What is read of the area itself. */
        AREA(Scope.AREA),
        /** What is read of each of its buurten. */
        BUURT(Scope.BUURTEN);

        private final List<Series> series;
        /** By {@link Series#index}; -1 for one that is left out. */
        private final int[] places;

        Of(Scope scope) {
            Set<Series> needed = new LinkedHashSet<>();
            for (Indicator indicator : Catalogue.indicators()) {
                if (indicator.isAt(Level.COUNTRY)) {
                    needed.addAll(indicator.series(scope));
                }
            }
            series = List.copyOf(needed);
            places = new int[Series.ALL.size()];
            Arrays.fill(places, -1);
            for (int place = 0; place < series.size(); place++) {
                places[series.get(place).index()] = place;
            }
        }
    }

    private static final int ANCHORS = Anchor.ALL.size();

    private final Of of;
    private final long[] totals;

    /** Sums of nothing. */
    Sums(Of of) {
        this.of = of;
        this.totals = new long[of.series.size() * ANCHORS];
    }

    /** The sums of these figures. */
    static Sums of(Of of, Figures figures) {
        Sums sums = new Sums(of);
        int at = 0;
        for (Series series : of.series) {
            for (Anchor anchor : Anchor.ALL) {
                sums.totals[at++] = figures.total(series, anchor);
            }
        }
        return sums;
    }

    /** As many more as the other has, times {@code sign}. */
    void add(Sums other, int sign) {
        for (int at = 0; at < totals.length; at++) {
            totals[at] += sign * other.totals[at];
        }
    }

    /**
     * @throws IllegalArgumentException for a series that these sums leave out
     */
    long total(Series series, Anchor anchor) {
        int place = of.places[series.index()];
        if (place < 0) {
            throw new IllegalArgumentException(series + " is not among what is passed on of " + of);
        }
        return totals[place * ANCHORS + anchor.ordinal()];
    }

    void encode(Encoder out) {
        for (Series series : of.series) {
            int from = of.places[series.index()] * ANCHORS;
            if (!isZero(from)) {
                out.number(series.code() + 1);
                for (int at = from; at < from + ANCHORS; at++) {
                    out.number(totals[at]);
                }
            }
        }
        out.number(0);
    }

    private boolean isZero(int from) {
        for (int at = from; at < from + ANCHORS; at++) {
            if (totals[at] != 0) {
                return false;
            }
        }
        return true;
    }

    static Sums decode(Of of, Decoder in) {
        Sums sums = new Sums(of);
        for (int code = in.integer(); code != 0; code = in.integer()) {
            Series series = Series.ofCode(code - 1);
            int place = series == null ? -1 : of.places[series.index()];
            for (int anchor = 0; anchor < ANCHORS; anchor++) {
                long total = in.number();
                if (place >= 0) {
                    sums.totals[place * ANCHORS + anchor] = total;
                }
            }
        }
        return sums;
    }

    /** The figures of a date that these sums are of. */
    Figures on(LocalDate date, List<Figures> buurten) {
        return new Figures() {
            @Override
            public LocalDate date() {
                return date;
            }

            @Override
            public long total(Series series, Anchor anchor) {
                return Sums.this.total(series, anchor);
            }

            @Override
            public long moment(Series series, Anchor anchor) {
                throw new UnsupportedOperationException("means over time do not add up over municipalities");
            }

            @Override
            public List<Figures> buurten() {
                return buurten;
            }

            @Override
            public Figures municipality() {
                throw new UnsupportedOperationException("no municipality lies around more than one");
            }
        };
    }
}
