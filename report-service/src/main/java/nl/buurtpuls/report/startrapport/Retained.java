package nl.buurtpuls.report.startrapport;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.Locale;
import nl.buurtpuls.contract.indicator.Definition.Unit;
import nl.buurtpuls.contract.indicator.Text;
import nl.buurtpuls.contract.indicator.Window;
import nl.buurtpuls.report.disclosure.PublishedNumber;
import nl.buurtpuls.report.disclosure.PublishedPoint;
import nl.buurtpuls.report.retention.Retention;
import org.jspecify.annotations.Nullable;

/** What became, in ten years, of those who lived in an area: how many there were, stayed, died and moved. */
enum Retained implements Reading {
    RESIDENTS(
            new Text("Inwoners van tien jaar eerder", "Residents of ten years before"),
            new Text(
                    "Personen die tien jaar eerder in het gebied woonden.",
                    "Persons who lived in the area ten years" + " before.")) {
        @Override
        PublishedNumber in(Retention retention) {
            return retention.residents();
        }
    },
    STAYED(
            new Text("Van hen: wonen er nu", "Of them: live there now"),
            new Text(
                    "Inwoners van tien jaar eerder die nu in het gebied wonen, waar zij tussentijds ook woonden.",
                    "Residents of ten years before who live in the area now, wherever they lived between.")) {
        @Override
        PublishedNumber in(Retention retention) {
            return retention.stayed();
        }
    },
    DIED(
            new Text("Van hen: overleden", "Of them: died"),
            new Text(
                    "Inwoners van tien jaar eerder die zijn overleden.",
                    "Residents of ten years before who have" + " died.")) {
        @Override
        PublishedNumber in(Retention retention) {
            return retention.died();
        }
    },
    MOVED(
            new Text("Van hen: verhuisd", "Of them: moved"),
            new Text(
                    "Inwoners van tien jaar eerder die niet zijn overleden en nu niet in het gebied wonen.",
                    "Residents of ten years before who have not died and do not live in the area now.")) {
        @Override
        PublishedNumber in(Retention retention) {
            return retention.moved();
        }
    };

    private final Text label;
    private final Text definition;

    Retained(Text label, Text definition) {
        this.label = label;
        this.definition = definition;
    }

    abstract PublishedNumber in(Retention retention);

    /**
     * @throws IllegalArgumentException if the name is none of these
     */
    static Retained of(String name) {
        return Arrays.stream(values())
                .filter(each -> each.name().toLowerCase(Locale.ROOT).equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("nothing of the residents is called " + name));
    }

    @Override
    public String id() {
        return "retention.10y." + name().toLowerCase(Locale.ROOT);
    }

    @Override
    public Unit unit() {
        return Unit.PERSONS;
    }

    @Override
    public Text label() {
        return label;
    }

    @Override
    public Text definition() {
        return definition;
    }

    @Override
    public Text source() {
        return Reading.of("population").source();
    }

    @Override
    public @Nullable LocalDate from(LocalDate date) {
        return null;
    }

    private static LocalDate before(LocalDate date) {
        return Window.TEN_YEARS.start(date);
    }

    @Override
    public void ask(Asked asked, Place place, LocalDate date) {
        asked.retention(place.area(), before(date), date);
    }

    @Override
    public @Nullable PublishedPoint of(Readings readings, Place place, LocalDate date) {
        Retention retention = readings.retention(place.area(), before(date), date);
        if (retention == null) {
            return null;
        }
        return in(retention).point();
    }

    @Override
    public String href(String area, LocalDate date) {
        return Links.retention(area, before(date), date);
    }
}
