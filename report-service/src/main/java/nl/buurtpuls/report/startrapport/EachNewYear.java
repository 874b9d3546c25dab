package nl.buurtpuls.report.startrapport;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import nl.buurtpuls.contract.indicator.Definition;
import nl.buurtpuls.contract.indicator.Definition.Unit;
import nl.buurtpuls.contract.indicator.Indicator;
import nl.buurtpuls.contract.indicator.Text;
import nl.buurtpuls.report.disclosure.PublishedPoint;
import nl.buurtpuls.report.disclosure.Shares;
import org.jspecify.annotations.Nullable;

/**
 * A share on each of some dates a year apart, taken together. Who is of one age only once, as a four-year-old is on one
 * 1 January, counts once.
 */
record EachNewYear(Indicator indicator, int years) implements Reading {

    @Override
    public String id() {
        return indicator.id() + ".each-new-year";
    }

    @Override
    public Unit unit() {
        return indicator.definition().unit();
    }

    @Override
    public Text label() {
        return indicator.definition().label();
    }

    @Override
    public Text definition() {
        Definition of = indicator.definition();
        return new Text(
                of.meaning().nl() + " Op deze dag en dezelfde dag van de " + (years - 1) + " jaren ervoor, bij elkaar.",
                of.meaning().en() + " On this day and the same day of the " + (years - 1) + " years before, together.");
    }

    @Override
    public Text source() {
        return indicator.definition().source();
    }

    @Override
    public @Nullable LocalDate from(LocalDate date) {
        return null;
    }

    private Stream<LocalDate> dates(LocalDate last) {
        return IntStream.range(0, years).mapToObj(last::minusYears);
    }

    @Override
    public void ask(Asked asked, Place place, LocalDate date) {
        dates(date).forEach(each -> asked.figure(place.area(), indicator, each));
    }

    @Override
    public @Nullable PublishedPoint of(Readings readings, Place place, LocalDate date) {
        List<PublishedPoint> points = new ArrayList<>();
        for (LocalDate each : dates(date).toList()) {
            PublishedPoint point = readings.point(place.area(), indicator, each);
            if (point == null) {
                return null;
            }
            points.add(point);
        }
        return Shares.pooled(points);
    }

    @Override
    public String href(String area, LocalDate date) {
        return Links.years(area, indicator.id(), date.minusYears(years - 1L), date);
    }
}
