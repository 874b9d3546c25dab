package nl.buurtpuls.oracle;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import nl.buurtpuls.contract.event.EventData;
import nl.buurtpuls.contract.event.EventData.BenefitEnded;
import nl.buurtpuls.contract.event.EventData.BenefitGranted;
import nl.buurtpuls.contract.event.EventData.Birth;
import nl.buurtpuls.contract.event.EventData.Death;
import nl.buurtpuls.contract.event.EventData.DwellingRegistered;
import nl.buurtpuls.contract.event.EventData.Emigration;
import nl.buurtpuls.contract.event.EventData.HouseholdChange;
import nl.buurtpuls.contract.event.EventData.Immigration;
import nl.buurtpuls.contract.event.EventData.IncomeAssessed;
import nl.buurtpuls.contract.event.EventData.IntermunicipalMove;
import nl.buurtpuls.contract.event.EventData.MoveWithin;
import nl.buurtpuls.contract.event.EventData.ReturnFromAbroad;
import nl.buurtpuls.contract.event.EventData.Stand;
import nl.buurtpuls.contract.event.PartialDate;
import nl.buurtpuls.contract.event.Place;
import nl.buurtpuls.contract.event.Residence;
import nl.buurtpuls.contract.event.Scheme;
import nl.buurtpuls.contract.event.Tenure;
import org.jspecify.annotations.Nullable;

/** Random contents of events, from few enough values that they meet. */
final class RandomFacts {

    /** Four wijken of Heerlen, two of them in Heerlen-Noord, and the neighbours. */
    static final List<String> BUURTEN = List.of(
            "BU09172000",
            "BU09172001",
            "BU09172100",
            "BU09173300",
            "BU09173301",
            "BU09173900",
            "BU08990000",
            "BU08990001",
            "BU08990100",
            "BU09280000",
            "BU09280101");

    /** Days on which much happens at once: leap days, turns of year and month, clock changes. */
    static final List<LocalDate> HOT_DAYS =
            days("2012-02-28 2012-02-29 2012-03-01 2013-02-28 2014-01-01 2014-02-28 2014-03-01 2016-02-29 2016-03-27"
                    + " 2017-03-01 2018-10-28 2019-12-31 2020-01-01 2020-02-29 2021-02-28 2021-03-31 2023-10-01"
                    + " 2024-02-29 2024-03-01 2025-02-28");

    private static final List<LocalDate> FAR_DAYS =
            days("1875-02-28 1899-12-31 1970-01-01 1999-12-31 2026-02-28 2028-02-29 2030-06-30");

    private static final List<LocalDate> HOT_BIRTH_DATES =
            days("1924-02-29 1960-07-01 1994-03-01 1996-02-28 1996-02-29 1996-03-01 2000-02-29 2002-02-28 2004-02-29"
                    + " 2008-02-29 2010-03-01 2012-02-29 2016-02-29 2018-03-01 2020-02-29");

    private static final List<String> PARTIAL_BIRTH_DATES =
            List.of("1950", "1996", "1996-02", "1998-10", "2002", "2010-02", "2016-02", "2017");

    private static final List<Place> ABROAD =
            List.of(Place.country("DE"), Place.country("BE"), Place.country("SY"), Place.UNKNOWN, Place.UNKNOWN);

    /**
     * Landgraaf in Parkstad; Maastricht and Venlo elsewhere in Limburg; Amsterdam and, with a good score, Alphen aan den
     * Rijn; Nuth, abolished; and one that never was.
     */
    private static final List<String> ELSEWHERE =
            List.of("GM0882", "GM0935", "GM0983", "GM0363", "GM0484", "GM0951", "GM9999");

    /** The door lets in years from this one on. */
    private static final int FIRST_YEAR_OF_INCOME = 1900;

    private final Random random;
    private final int persons;

    RandomFacts(Random random, int persons) {
        this.random = random;
        this.persons = persons;
    }

    /** Any fact about a person, wherever, whenever. */
    EventData anyFact(String person) {
        if (random.nextInt(8) == 0) {
            // Where an arrival on a hot day stops making a benefit one since settlement.
            LocalDate aboutAMonthLater = pick(random, HOT_DAYS).plusDays(30L + random.nextInt(4));
            return new BenefitGranted(person, aMunicipality(), aboutAMonthLater, aScheme(), aBenefit());
        }
        return anyFact(person, aMunicipality(), aDay());
    }

    EventData anyFact(String person, String municipality, LocalDate day) {
        Residence residence = residenceIn(municipality);
        return switch (random.nextInt(18)) {
            case 0 -> new Stand(person, municipality, day, aBirthDate(), residence, null);
            case 1 -> new Stand(person, municipality, day, aBirthDate(), residence, anOrigin(municipality));
            case 2 -> new Birth(person, municipality, day, residence);
            case 3 -> new Immigration(person, municipality, day, aBirthDate(), residence, anOrigin(municipality));
            case 4, 5 ->
                new IntermunicipalMove(
                        person,
                        municipality,
                        day,
                        aBirthDate(),
                        residence,
                        Place.municipality(otherMunicipality(municipality)));
            case 6 -> new ReturnFromAbroad(person, municipality, day, aBirthDate(), residence, anOrigin(municipality));
            case 7, 8, 9 -> new MoveWithin(person, municipality, day, residence);
            case 10 -> new HouseholdChange(person, municipality, day, residence);
            case 11 -> new Emigration(person, municipality, day, random.nextBoolean() ? null : pick(random, ABROAD));
            case 12 ->
                random.nextInt(3) > 0 ? anyFact(person, municipality, day) : new Death(person, municipality, day);
            case 13, 14, 15 -> new BenefitGranted(person, municipality, day, aScheme(), aBenefit());
            case 16 -> new BenefitEnded(person, municipality, day, aScheme(), aBenefit());
            default ->
                day.getYear() < FIRST_YEAR_OF_INCOME
                        ? new MoveWithin(person, municipality, day, residence)
                        : income(person, municipality, day.getYear());
        };
    }

    IncomeAssessed income(String person, String municipality, int year) {
        return new IncomeAssessed(
                person, municipality, LocalDate.of(year, 1, 1), year, random.nextBoolean(), random.nextBoolean());
    }

    /** Mostly on or about the first day of a world, so that those who live in it have a tenure. */
    DwellingRegistered registration(String dwelling, String municipality) {
        return new DwellingRegistered(
                dwelling,
                municipality,
                random.nextInt(3) == 0 ? Worlds.FIRST_DATE.minusDays(random.nextInt(2)) : aDay(),
                buurtIn(municipality),
                pick(random, List.of(Tenure.values())),
                random.nextInt(3) == 0 ? null : 100_000L + 7_001L * random.nextInt(40));
    }

    String aDwelling() {
        return "d-" + random.nextInt(6);
    }

    String aPerson() {
        return "p" + random.nextInt(persons);
    }

    /** Heerlen more often than not. */
    String aMunicipality() {
        return random.nextInt(3) > 0 ? Worlds.MUNICIPALITIES.get(0) : pick(random, Worlds.MUNICIPALITIES);
    }

    /** Where someone who arrives comes from; now and then the municipality itself, which only a move may not name. */
    Place anOrigin(String municipality) {
        return switch (random.nextInt(9)) {
            case 0, 1, 2, 3 -> pick(random, ABROAD);
            case 4 -> Place.municipality(municipality);
            default -> Place.municipality(otherMunicipality(municipality));
        };
    }

    String otherMunicipality(String than) {
        String other = random.nextBoolean() ? pick(random, ELSEWHERE) : pick(random, Worlds.MUNICIPALITIES);
        return other.equals(than) ? "GM0363" : other;
    }

    private String buurtIn(String municipality) {
        List<String> buurten = BUURTEN.stream()
                .filter(buurt -> buurt.startsWith(municipality.substring(2), 2))
                .toList();
        return pick(random, buurten);
    }

    /** Few households and dwellings, so that they are shared, and the same names stand in several buurten. */
    Residence residenceIn(String municipality) {
        return new Residence(
                buurtIn(municipality), "h-" + random.nextInt(5), random.nextInt(3) == 0 ? null : aDwelling());
    }

    LocalDate aDay() {
        return switch (random.nextInt(20)) {
            case 0 -> pick(random, FAR_DAYS);
            case 1, 2, 3, 4, 5, 6 -> Worlds.FIRST_DATE.plusDays(random.nextInt(15 * 365));
            case 7, 8 -> pick(random, HOT_DAYS).plusDays(random.nextInt(64) - 32L);
            default -> pick(random, HOT_DAYS);
        };
    }

    PartialDate aBirthDate() {
        return switch (random.nextInt(6)) {
            case 0 -> PartialDate.parse(pick(random, PARTIAL_BIRTH_DATES));
            case 1, 2 -> PartialDate.of(LocalDate.of(1940, 1, 1).plusDays(random.nextInt(80 * 365)));
            case 3 -> PartialDate.of(pick(random, HOT_DAYS).minusYears(4L + random.nextInt(16)));
            default -> PartialDate.of(pick(random, HOT_BIRTH_DATES));
        };
    }

    Scheme aScheme() {
        return random.nextInt(4) == 0 ? Scheme.SOCIAL_ASSISTANCE : pick(random, List.of(Scheme.values()));
    }

    @Nullable
    String aBenefit() {
        return random.nextBoolean() ? null : pick(random, List.of("a", "b"));
    }

    /** The first of the hot days after a day. */
    static Optional<LocalDate> nextHotDay(LocalDate after) {
        return HOT_DAYS.stream().filter(day -> day.isAfter(after)).findFirst();
    }

    static <T> T pick(Random random, List<T> list) {
        return list.get(random.nextInt(list.size()));
    }

    private static List<LocalDate> days(String days) {
        List<LocalDate> list = new ArrayList<>();
        for (String day : days.split(" ")) {
            list.add(LocalDate.parse(day));
        }
        return List.copyOf(list);
    }
}
