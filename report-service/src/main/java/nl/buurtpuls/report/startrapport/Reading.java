package nl.buurtpuls.report.startrapport;

import java.time.LocalDate;
import java.util.List;
import nl.buurtpuls.contract.indicator.Catalogue;
import nl.buurtpuls.contract.indicator.Definition;
import nl.buurtpuls.contract.indicator.Definition.Unit;
import nl.buurtpuls.contract.indicator.Indicator;
import nl.buurtpuls.contract.indicator.Text;
import nl.buurtpuls.report.disclosure.PublishedPoint;
import nl.buurtpuls.report.disclosure.Shares;
import org.jspecify.annotations.Nullable;

/** How a figure of the report is read: nearly always an indicator of the catalogue, now and then a few of them together. */
sealed interface Reading
        permits Reading.Catalogued, Reading.PartOfMunicipality, Reading.FromOutside, EachNewYear, Retained {

    /** Name of the figure. */
    String id();

    Unit unit();

    Text label();

    Text definition();

    Text source();

    /** The day before the window of a figure of {@code date}; {@code null} for a stock. */
    @Nullable
    LocalDate from(LocalDate date);

    /** Names what must be read for it. */
    void ask(Asked asked, Place place, LocalDate date);

    /** The figure, made of what was read; {@code null} if areas of that level have none. */
    @Nullable
    PublishedPoint of(Readings readings, Place place, LocalDate date);

    /** The call that gives it, or most of it. */
    String href(String area, LocalDate date);

    /**
     * An area that a figure is about.
     *
     * @param municipality code of the one it is or lies in; of a larger area, itself
     */
    record Place(String area, String municipality) {}

    /** An indicator of the catalogue. */
    static Reading of(String indicator) {
        return new Catalogued(found(indicator));
    }

    /**
     * The reading of a name as it stands in the table of printed figures.
     *
     * @throws IllegalArgumentException if it names none
     */
    static Reading named(String name) {
        int colon = name.indexOf(':');
        String rest = name.substring(colon + 1);
        return switch (name.substring(0, colon + 1)) {
            case "part:" -> new PartOfMunicipality(found(rest));
            case "each-year:" -> new EachNewYear(found(rest), 5);
            case "retained:" -> Retained.of(rest);
            default -> name.equals(FromOutside.ID) ? new FromOutside() : of(name);
        };
    }

    private static Indicator found(String id) {
        return Catalogue.find(id).orElseThrow(() -> new IllegalArgumentException("there is no indicator " + id));
    }

    /** As it stands in the catalogue. */
    record Catalogued(Indicator indicator) implements Reading {
        @Override
        public String id() {
            return indicator.id();
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
            return indicator.definition().meaning();
        }

        @Override
        public Text source() {
            return indicator.definition().source();
        }

        @Override
        public @Nullable LocalDate from(LocalDate date) {
            return indicator.window() == null ? null : indicator.window().start(date);
        }

        @Override
        public void ask(Asked asked, Place place, LocalDate date) {
            asked.figure(place.area(), indicator, date);
        }

        @Override
        public @Nullable PublishedPoint of(Readings readings, Place place, LocalDate date) {
            return readings.point(place.area(), indicator, date);
        }

        @Override
        public String href(String area, LocalDate date) {
            return Links.figure(area, indicator.id(), date);
        }
    }

    /** What an area's count is of that of its municipality. */
    record PartOfMunicipality(Indicator indicator) implements Reading {
        @Override
        public String id() {
            return indicator.id() + ".part-of-municipality";
        }

        @Override
        public Unit unit() {
            return Unit.SHARE;
        }

        @Override
        public Text label() {
            Definition of = indicator.definition();
            return new Text(
                    of.label().nl() + ": deel van de gemeente", of.label().en() + ": part of the municipality's");
        }

        @Override
        public Text definition() {
            Definition of = indicator.definition();
            return new Text(
                    of.meaning().nl() + " Als deel van het aantal in de hele gemeente.",
                    of.meaning().en() + " As a part of the number in the whole municipality.");
        }

        @Override
        public Text source() {
            return indicator.definition().source();
        }

        @Override
        public @Nullable LocalDate from(LocalDate date) {
            return null;
        }

        @Override
        public void ask(Asked asked, Place place, LocalDate date) {
            asked.figure(place.area(), indicator, date);
            asked.figure(place.municipality(), indicator, date);
        }

        @Override
        public @Nullable PublishedPoint of(Readings readings, Place place, LocalDate date) {
            PublishedPoint part = readings.point(place.area(), indicator, date);
            PublishedPoint whole = readings.point(place.municipality(), indicator, date);
            return part == null || whole == null ? null : Shares.share(List.of(part), List.of(whole));
        }

        @Override
        public String href(String area, LocalDate date) {
            return Links.figure(area, indicator.id(), date);
        }
    }

    /** Recipients since settlement who came from outside the province: from the rest of the country or from abroad. */
    record FromOutside() implements Reading {
        static final String ID = "social-assistance.since-settlement.from.outside-province.share";
        private static final Indicator REST = found("social-assistance.since-settlement.from.rest-of-country");
        private static final Indicator ABROAD = found("social-assistance.since-settlement.from.abroad");
        private static final Indicator ALL = found("social-assistance.since-settlement");

        @Override
        public String id() {
            return ID;
        }

        @Override
        public Unit unit() {
            return Unit.SHARE;
        }

        @Override
        public Text label() {
            return new Text(
                    "Aandeel bijstand sinds vestiging, van buiten de provincie",
                    "Share of social assistance since settlement, from outside the province");
        }

        @Override
        public Text definition() {
            return new Text(
                    "Deel van de ontvangers (bijstand) sinds vestiging dat kwam uit een andere provincie of uit het"
                            + " buitenland.",
                    "Part of the recipients (social assistance) since settlement who came from another province or"
                            + " from abroad.");
        }

        @Override
        public Text source() {
            return ALL.definition().source();
        }

        @Override
        public @Nullable LocalDate from(LocalDate date) {
            return null;
        }

        @Override
        public void ask(Asked asked, Place place, LocalDate date) {
            List.of(REST, ABROAD, ALL).forEach(each -> asked.figure(place.area(), each, date));
        }

        @Override
        public @Nullable PublishedPoint of(Readings readings, Place place, LocalDate date) {
            PublishedPoint rest = readings.point(place.area(), REST, date);
            PublishedPoint abroad = readings.point(place.area(), ABROAD, date);
            PublishedPoint all = readings.point(place.area(), ALL, date);
            return rest == null || abroad == null || all == null
                    ? null
                    : Shares.share(List.of(rest, abroad), List.of(all));
        }

        @Override
        public String href(String area, LocalDate date) {
            return Links.figure(area, REST.id() + ".share", date);
        }
    }
}
