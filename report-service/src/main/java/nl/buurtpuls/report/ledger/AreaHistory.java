package nl.buurtpuls.report.ledger;

import java.time.LocalDate;
import java.util.List;
import nl.buurtpuls.contract.indicator.Anchor;
import nl.buurtpuls.contract.indicator.Figures;
import nl.buurtpuls.contract.indicator.Series;
import org.jspecify.annotations.Nullable;

/** All cells of some series of an area, of its municipality and of its buurten: figures of any date follow. */
public final class AreaHistory {

    private final List<Part> parts;

    AreaHistory(List<Part> parts) {
        this.parts = parts;
    }

    /** An area in one municipality, itself one maybe. */
    record Part(History own, History municipality, List<History> buurten) {

        Figures on(LocalDate date) {
            Figures around = new OnDate(date, municipality, null, List.of());
            return new OnDate(
                    date,
                    own,
                    around,
                    buurten.stream()
                            .<Figures>map(buurt -> new OnDate(date, buurt, around, List.of()))
                            .toList());
        }
    }

    /** The figures of a date. */
    public Figures on(LocalDate date) {
        return parts.size() == 1
                ? parts.get(0).on(date)
                : new SumOfFigures(
                        date, parts.stream().map(part -> part.on(date)).toList());
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
