package nl.buurtpuls.benchmark.recount;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import nl.buurtpuls.contract.event.Event;
import nl.buurtpuls.oracle.NaiveMunicipality;
import nl.buurtpuls.oracle.Published;

/** What plain counting gives for every figure of every buurt on some dates. */
public final class Exactness {
    private final List<String> buurten;
    private final List<LocalDate> dates;
    private final long[] expected;

    private Exactness(List<String> buurten, List<LocalDate> dates, long[] expected) {
        this.buurten = buurten;
        this.dates = dates;
        this.expected = expected;
    }

    public static Exactness of(
            Collection<Event> events, String municipality, List<String> buurten, List<LocalDate> dates) {
        NaiveMunicipality naive = new NaiveMunicipality(municipality, Published.all(events));
        long[] expected = new long[buurten.size() * dates.size() * Figure.values().length];
        int next = 0;
        for (String buurt : buurten) {
            for (LocalDate date : dates) {
                for (Figure figure : Figure.values()) {
                    expected[next++] = Math.round(
                            naive.figure(buurt, figure.indicator(), date).numerator());
                }
            }
        }
        return new Exactness(buurten, dates, expected);
    }

    public int figures() {
        return expected.length;
    }

    /** How many of the figures are others. */
    public int different(Cells cells) {
        int different = 0;
        int next = 0;
        for (String buurt : buurten) {
            for (LocalDate date : dates) {
                for (Figure figure : Figure.values()) {
                    if (cells.figure(figure, buurt, date) != expected[next++]) {
                        different++;
                    }
                }
            }
        }
        return different;
    }
}
