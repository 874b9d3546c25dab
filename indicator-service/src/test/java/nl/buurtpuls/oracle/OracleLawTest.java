package nl.buurtpuls.oracle;

import static nl.buurtpuls.oracle.Asked.GEOGRAPHY;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.LocalDate;
import java.util.List;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import nl.buurtpuls.contract.event.Event;

/** What must hold between the oracle's figures in any world, whatever the figures are. */
class OracleLawTest {

    private static final String HEERLEN = "GM0917";

    @Provide
    Arbitrary<List<Event>> worlds() {
        return Worlds.any();
    }

    @Provide
    Arbitrary<LocalDate> dates() {
        return Worlds.dates();
    }

    private static NaiveMunicipality heerlen(List<Event> world) {
        return new NaiveMunicipality(HEERLEN, Published.all(world), GEOGRAPHY);
    }

    @Property(tries = 60)
    void everyRecipientHasOneDurationAndEachSinceSettlementOneOrigin(
            @ForAll("worlds") List<Event> world, @ForAll("dates") LocalDate date) {
        NaiveMunicipality naive = heerlen(world);
        for (String area : Worlds.areas(HEERLEN)) {
            for (String scheme : NaiveBenefits.SCHEMES.keySet()) {
                double recipients = count(naive, area, scheme + ".recipients", date);
                double sinceSettlement = count(naive, area, scheme + ".since-settlement", date);
                assertThat(count(naive, area, scheme + ".duration.under-2y", date)
                                + count(naive, area, scheme + ".duration.2y-to-5y", date)
                                + count(naive, area, scheme + ".duration.over-5y", date))
                        .isEqualTo(recipients);
                assertThat(sinceSettlement).isLessThanOrEqualTo(recipients);
                String from = scheme + ".since-settlement.from.";
                // The rest is of unknown origin.
                assertThat(count(naive, area, from + "same-region", date)
                                + count(naive, area, from + "same-province", date)
                                + count(naive, area, from + "rest-of-country", date)
                                + count(naive, area, from + "abroad", date))
                        .isLessThanOrEqualTo(sinceSettlement);
                assertThat(naive.figure(area, from + "abroad.share", date).denominator())
                        .isEqualTo(sinceSettlement);
            }
        }
    }

    @Property(tries = 60)
    void originsAddUpToTheArrivalsOfTheirWindow(@ForAll("worlds") List<Event> world, @ForAll("dates") LocalDate date) {
        NaiveMunicipality naive = heerlen(world);
        LocalDate from = date.minusYears(5);
        for (String area : Worlds.areas(HEERLEN)) {
            assertOrigins(naive.origins(area, from, date, "arrivals"), count(naive, area, "arrivals.5y", date));
            assertOrigins(
                    naive.origins(area, from, date, "adult-arrivals"), count(naive, area, "adult-arrivals.5y", date));
            assertOrigins(
                    naive.origins(area, from, date, "social-assistance"),
                    count(naive, area, "adult-arrivals.social-assistance.5y", date));
        }
    }

    private static void assertOrigins(NaiveOrigins origins, double arrivals) {
        assertThat(origins.total()).isEqualTo((long) arrivals);
        assertThat(sum(origins.classes().values())).isEqualTo(origins.total());
        assertThat(sum(origins.countries().values()))
                .isEqualTo(origins.classes().get(OriginClass.ABROAD));
        assertThat(sum(origins.municipalities().values())
                        + sum(origins.countries().values())
                        + origins.classes().getOrDefault(OriginClass.UNKNOWN, 0L))
                .isEqualTo(origins.total());
    }

    private static long sum(Iterable<Long> counts) {
        long sum = 0;
        for (long count : counts) {
            sum += count;
        }
        return sum;
    }

    @Property(tries = 60)
    void everyAdultIsInOneGroup(@ForAll("worlds") List<Event> world, @ForAll("dates") LocalDate date) {
        NaiveMunicipality naive = heerlen(world);
        for (String area : Worlds.areas(HEERLEN)) {
            int adults = 0;
            for (int inGroup : naive.adultsByGroup(area, date).values()) {
                adults += inGroup;
            }
            assertThat((double) adults).isEqualTo(count(naive, area, "population.adults", date));
            // Who has social assistance is in that group, whatever else runs.
            assertThat(naive.adultsByGroup(area, date).get(NaiveGroup.SOCIAL_ASSISTANCE))
                    .isEqualTo((int) naive.figure(area, "social-assistance.recipients.share", date)
                            .numerator());
        }
    }

    @Property(tries = 60)
    void indicesKeepTheirBounds(@ForAll("worlds") List<Event> world, @ForAll("dates") LocalDate date) {
        NaiveMunicipality naive = heerlen(world);
        for (String area : List.of(HEERLEN, "HN", "WK091720")) {
            NaiveFigure share = naive.figure(area, "any.recipients.share", date);
            Double dissimilarity = naive.figure(area, "any.dissimilarity", date).value();
            Double gini = naive.figure(area, "any.gini", date).value();
            Double theil = naive.figure(area, "any.theil", date).value();
            Double isolation = naive.figure(area, "any.isolation", date).value();
            if (share.value() == null || share.value() == 0 || share.value() == 1) {
                assertThat(List.of(dissimilarity == null, gini == null, theil == null, isolation == null))
                        .containsOnly(true);
            } else {
                double rounding = 1e-9;
                assertThat(dissimilarity).isBetween(0.0, 1 + rounding);
                assertThat(gini).isBetween(dissimilarity - rounding, 1 + rounding);
                assertThat(theil).isBetween(-rounding, 1 + rounding);
                assertThat(isolation).isBetween(share.value() - rounding, 1 + rounding);
            }
        }
    }

    @Property(tries = 40)
    void theMunicipalityIsTheWeightedMeanOfItsBuurten(
            @ForAll("worlds") List<Event> world, @ForAll("dates") LocalDate date) {
        NaiveMunicipality naive = heerlen(world);
        if (naive.figure(HEERLEN, "any.location-quotient", date).value() == null) {
            return;
        }
        double weighted = 0;
        for (String area : Worlds.areas(HEERLEN)) {
            Double quotient = naive.figure(area, "any.location-quotient", date).value();
            if (NaiveIds.isBuurt(area) && quotient != null) {
                weighted += quotient * count(naive, area, "population.adults", date);
            }
        }
        assertThat(weighted).isCloseTo(count(naive, HEERLEN, "population.adults", date), within(1e-9));
    }

    private static double count(NaiveMunicipality naive, String area, String id, LocalDate date) {
        return naive.figure(area, id, date).numerator();
    }
}
