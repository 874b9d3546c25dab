package nl.buurtpuls.contract.indicator;

import java.util.LinkedHashSet;
import java.util.Set;
import nl.buurtpuls.contract.snapshot.Point;
import org.jspecify.annotations.Nullable;

/**
 * One figure that can be asked for.
 *
 * @param id exact name, the window last if it has one: {@code arrivals.5y}
 * @param definition what it means
 * @param window the window it is over; {@code null} for a stock
 * @param numerator what is counted
 * @param denominator what it is a part of; {@code null} for a plain count
 */
public record Indicator(
        String id,
        Definition definition,
        @Nullable Window window,
        Quantity numerator,
        @Nullable Quantity denominator) {

    /** The figure of an area; its value is {@code null} if it is a part of nothing. */
    public Point of(Figures figures) {
        double counted = numerator.in(figures);
        if (denominator == null) {
            return new Point(plain(counted), plain(counted), null, false);
        }
        double whole = denominator.in(figures);
        return new Point(whole == 0 ? null : counted / whole, plain(counted), plain(whole), false);
    }

    private static Number plain(double number) {
        long whole = (long) number;
        if (whole == number) {
            return whole;
        }
        return number;
    }

    /** The series that are read in the area itself. */
    public Set<Series> series() {
        Set<Series> series = new LinkedHashSet<>();
        numerator.eachSeries(series::add);
        if (denominator != null) {
            denominator.eachSeries(series::add);
        }
        return series;
    }

    /** The series that are read in the area's municipality. */
    public Set<Series> seriesInMunicipality() {
        Set<Series> series = new LinkedHashSet<>();
        addOfMunicipality(numerator, series);
        if (denominator != null) {
            addOfMunicipality(denominator, series);
        }
        return series;
    }

    private static void addOfMunicipality(Quantity quantity, Set<Series> series) {
        if (quantity instanceof Quantity.InMunicipality inMunicipality) {
            inMunicipality.quantity().eachSeries(series::add);
        }
    }
}
