package nl.buurtpuls.report.disclosure;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import nl.buurtpuls.contract.area.AreaTable;
import nl.buurtpuls.contract.area.Level;
import nl.buurtpuls.contract.indicator.Catalogue;
import nl.buurtpuls.contract.indicator.Indicator;
import nl.buurtpuls.contract.indicator.Measure;
import nl.buurtpuls.contract.indicator.Quantity;
import nl.buurtpuls.contract.indicator.Series;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What those who know all that is published, and the rules, can find out: never a count to fewer than five values. */
class AttackTest {

    /** As many values as an attacker must be left with: the base of the rounding. */
    private static final int PROTECTION = 5;

    private static final LocalDate DATE = KnownTown.month(130);

    private static Protection protection(AreaTable table, long secret) {
        return Protection.of(Usual.RULES, ("secret " + secret).getBytes(StandardCharsets.UTF_8), table);
    }

    private static Indicator indicator(String id) {
        return Catalogue.find(id).orElseThrow();
    }

    private static Map<String, PublishedPoint> published(
            KnownTown town, Protection protection, String id, LocalDate date) {
        Map<String, PublishedPoint> points = new HashMap<>();
        town.areas()
                .forEach(area ->
                        points.put(area, town.published(area, date, protection).read(indicator(id))));
        return points;
    }

    private static Set<String> roundedByThemselves(KnownTown town, Protection protection) {
        return town.areas().stream()
                .filter(area -> !protection.layout().isSum(area))
                .collect(Collectors.toSet());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "social-assistance.recipients",
                "unemployment.recipients",
                "social-assistance.duration.over-5y",
                "disability.duration.2y-to-5y"
            })
    void subtractingAlongTheTreeLeavesFiveValues(String id) {
        Series series = ((Quantity.OnDay) ((nl.buurtpuls.contract.indicator.Formula.Count)
                                indicator(id).formula())
                        .quantity())
                .series();
        for (int seed = 0; seed < 3; seed++) {
            KnownTown town = new KnownTown(AreaTable.shipped(), seed);
            Protection protection = protection(town.table(), seed);
            Map<String, PublishedPoint> published = published(town, protection, id, DATE);
            Attacker attacker = new Attacker(town, published, Map.of(), roundedByThemselves(town, protection));
            for (String buurt : town.at(Level.BUURT)) {
                if (published.get(buurt).isSuppressed()) {
                    assertLeft(attacker, buurt, town.truth(buurt, series, DATE));
                }
            }
        }
    }

    private static void assertLeft(Attacker attacker, String buurt, long truth) {
        long least = attacker.least(buurt);
        long most = attacker.most(buurt);
        assertThat(truth).as("the truth of %s", buurt).isBetween(least, most);
        assertThat(most - least + 1)
                .as("values left of %s, which is %s", buurt, truth)
                .isGreaterThanOrEqualTo(PROTECTION);
    }

    @Test
    void whoKnowsAllOtherBuurtenOfAWijkIsLeftWithFiveValuesOfTheLast() {
        Series series = Series.of(Measure.RECIPIENTS, "social-assistance");
        KnownTown town = new KnownTown(AreaTable.shipped(), 7);
        Protection protection = protection(town.table(), 7);
        Map<String, PublishedPoint> published = published(town, protection, "social-assistance.recipients", DATE);
        for (String buurt : town.at(Level.BUURT)) {
            if (published.get(buurt).isSuppressed()) {
                Map<String, Long> known = new HashMap<>();
                for (String other : town.buurtenOf(AreaTable.wijkOf(buurt))) {
                    if (!other.equals(buurt)) {
                        known.put(other, town.truth(other, series, DATE));
                    }
                }
                assertLeft(
                        new Attacker(town, published, known, roundedByThemselves(town, protection)),
                        buurt,
                        town.truth(buurt, series, DATE));
            }
        }
    }

    @Test
    void groupsThatOverlapTellNothingMore(@TempDir Path folder) throws IOException {
        AreaTable table = withGroups(folder, "HX,Half,GM0917,WK091724 WK091730 WK091731 WK091733 WK091740 WK091741");
        KnownTown town = new KnownTown(table, 11);
        Protection protection = protection(table, 11);
        assertThat(protection.layout().isSum("HN")).isFalse();
        assertThat(protection.layout().isSum("HX")).isTrue();

        Series series = Series.of(Measure.RECIPIENTS, "unemployment");
        Map<String, PublishedPoint> published = published(town, protection, "unemployment.recipients", DATE);
        Attacker attacker = new Attacker(town, published, Map.of(), roundedByThemselves(town, protection));
        for (String buurt : town.buurtenOf("HX")) {
            if (published.get(buurt).isSuppressed()) {
                assertLeft(attacker, buurt, town.truth(buurt, series, DATE));
            }
        }
    }

    private static AreaTable withGroups(Path folder, String line) throws IOException {
        for (String name : List.of("areas.csv", "groups.csv", "scores.csv", "land-areas.csv", "neighbours.csv")) {
            try (InputStream in = AreaTable.class.getResourceAsStream(name)) {
                Files.write(folder.resolve(name), in.readAllBytes());
            }
        }
        Files.writeString(folder.resolve("groups.csv"), line + "\n", StandardOpenOption.APPEND);
        return AreaTable.in(folder);
    }

    @Test
    void whoKnowsEveryChangeOfTenYearsButNotTheLevelIsLeftWithFiveLevels() {
        for (int seed = 0; seed < 200; seed++) {
            Random random = new Random(seed);
            Rounding rounding = new Rounding(("secret " + seed).getBytes(StandardCharsets.UTF_8), 5, area -> area);
            long[] counts = new long[3650];
            long now = 12;
            for (int day = 0; day < counts.length; day++) {
                now = Math.max(PROTECTION - 1, now + random.nextInt(3) - 1);
                counts[day] = now;
            }
            long[] seen = rounded(counts, rounding, 0);

            Set<Long> levels = new TreeSet<>();
            for (long level = -20; level <= 20; level++) {
                for (int offset = 0; offset < 5; offset++) {
                    if (explains(counts, level, offset, seen)) {
                        levels.add(level);
                    }
                }
            }

            assertThat(levels).hasSize(PROTECTION).contains(0L);
        }
    }

    private static long[] rounded(long[] counts, Rounding rounding, long more) {
        Series series = Series.of(Measure.POPULATION);
        long[] all = new long[counts.length];
        for (int i = 0; i < all.length; i++) {
            all[i] = rounding.round(counts[i] + more, "BU09171000", series);
        }
        return all;
    }

    private static boolean explains(long[] counts, long level, int offset, long[] seen) {
        for (int i = 0; i < seen.length; i++) {
            if (counts[i] + level < 0 || 5 * Math.floorDiv(counts[i] + level + offset, 5L) != seen[i]) {
                return false;
            }
        }
        return true;
    }

    @Test
    void theMeanOverDatesOfACountThatDoesNotChangeIsNotNearerToIt() {
        Rounding rounding = new Rounding("secret".getBytes(StandardCharsets.UTF_8), 5, area -> area);
        long[] always = new long[120];
        java.util.Arrays.fill(always, 3);

        assertThat(rounded(always, rounding, 0)).containsOnly(rounded(new long[] {3}, rounding, 0)[0]);
    }

    @Test
    void whatFollowsFromSchemesBandsAndComplementsFollowsFromWhatIsPublishedOfThem() {
        KnownTown town = new KnownTown(AreaTable.shipped(), 5);
        Protection protection = protection(town.table(), 5);
        for (String area : town.areas()) {
            ReleasedFigures figures = town.published(area, DATE, protection);
            long all = figures.count(Quantity.on(Measure.RECIPIENTS, "social-assistance"));
            long longer = figures.count(Quantity.on(Measure.RECIPIENTS_2Y_TO_5Y, "social-assistance"))
                    + figures.count(Quantity.on(Measure.RECIPIENTS_OVER_5Y, "social-assistance"));
            assertShownAs(figures, "social-assistance.duration.under-2y", all - longer);
            assertShownAs(
                    figures,
                    "population.adults",
                    figures.count(Quantity.on(Measure.POPULATION)) - figures.count(Quantity.on(Measure.MINORS)));
            assertShownAs(
                    figures,
                    "any.recipients",
                    all
                            + figures.count(Quantity.on(Measure.RECIPIENTS, "disability"))
                            + figures.count(Quantity.on(Measure.RECIPIENTS, "unemployment"))
                            + figures.count(Quantity.on(Measure.RECIPIENTS, "other"))
                            - figures.count(Quantity.on(Measure.RECIPIENTS, Measure.OVERLAP)));
        }
    }

    private static void assertShownAs(ReleasedFigures figures, String id, long count) {
        PublishedPoint point = figures.read(indicator(id));
        if (!point.isSuppressed()) {
            assertThat(point.value()).as(id).isEqualTo(count);
        }
    }

    @Test
    void noChoiceOfWindowsTellsMoreThanTheSumsSinceTheBeginning() {
        KnownTown town = new KnownTown(AreaTable.shipped(), 6);
        Protection protection = protection(town.table(), 6);
        for (String area : town.areas()) {
            long years = 0;
            for (int year = 0; year < 5; year++) {
                years += (long) indicator("arrivals.1y")
                        .of(protection.round(town.exact(area, DATE.minusYears(year))))
                        .value();
            }
            assertThat(indicator("arrivals.5y")
                            .of(protection.round(town.exact(area, DATE)))
                            .value())
                    .isEqualTo(years);
        }
    }

    @Test
    void askingAgainGivesTheSame() {
        KnownTown town = new KnownTown(AreaTable.shipped(), 8);
        Map<String, PublishedPoint> first = published(town, protection(town.table(), 1), "population", DATE);

        assertThat(published(town, protection(town.table(), 1), "population", DATE)
                        .toString())
                .isEqualTo(first.toString());
        assertThat(published(town, protection(town.table(), 2), "population", DATE)
                        .toString())
                .isNotEqualTo(first.toString());
    }

    @Test
    void whatIsShownIsAMultipleOfFiveAndNoneIsOfFewerThanFive() {
        KnownTown town = new KnownTown(AreaTable.shipped(), 9);
        Protection protection = protection(town.table(), 9);
        for (String area : town.areas()) {
            ReleasedFigures figures = town.published(area, DATE, protection);
            for (Indicator indicator : Catalogue.indicators()) {
                if (indicator.isAt(town.table().levelOf(area)) && indicator.window() == null) {
                    assertSafe(
                            figures.read(indicator),
                            indicator,
                            indicator.of(town.exact(area, DATE)).numerator());
                }
            }
        }
    }

    private static void assertSafe(
            PublishedPoint point, Indicator indicator, @org.jspecify.annotations.Nullable Number truth) {
        boolean counts = !(indicator.formula() instanceof nl.buurtpuls.contract.indicator.Formula.LocationQuotient);
        if (truth != null && counts && truth.doubleValue() > 0 && truth.doubleValue() < 5) {
            assertThat(point.isSuppressed()).as(indicator.id()).isTrue();
        }
        if (point.isSuppressed()) {
            assertThat(point.value()).isNull();
            assertThat(point.numerator()).isNull();
            assertThat(point.denominator()).isNull();
            return;
        }
        for (Number count : new Number[] {point.numerator(), point.denominator()}) {
            if (count != null && counts) {
                assertThat(count.longValue() % 5)
                        .as("%s: %s", indicator.id(), point)
                        .isZero();
            }
        }
        if (point.denominator() != null && counts) {
            assertThat(point.denominator().longValue()).isGreaterThanOrEqualTo(100);
        }
    }

    @Test
    void roundingIsUnbiasedAndNeverFarOff() {
        for (long count = 0; count <= 25; count++) {
            double sum = 0;
            int secrets = 20_000;
            for (int secret = 0; secret < secrets; secret++) {
                long rounded = new Rounding(("secret " + secret).getBytes(StandardCharsets.UTF_8), 5, area -> area)
                        .round(count, "BU09171000", "cell");
                assertThat(Math.abs(rounded - count)).isLessThan(5);
                sum += rounded;
            }
            // Five standard errors of at most 2.5 / √20,000.
            assertThat(sum / secrets).isBetween(count - 0.09, count + 0.09);
        }
    }
}
