package nl.buurtpuls.simulator;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import nl.buurtpuls.contract.area.AreaTable;
import nl.buurtpuls.contract.area.OriginClass;
import nl.buurtpuls.contract.event.Residence;
import nl.buurtpuls.contract.event.Scheme;
import nl.buurtpuls.contract.event.Tenure;
import nl.buurtpuls.simulator.Biographies.Crossing;
import nl.buurtpuls.simulator.Biographies.Grant;
import nl.buurtpuls.simulator.Biographies.Life;
import nl.buurtpuls.simulator.Biographies.Stay;
import nl.buurtpuls.simulator.table.Municipality;
import nl.buurtpuls.simulator.table.Target;

/** Computes the figures that the table of targets names, as the words of the contract define them. */
final class Figures {

    private static final String HEERLEN = "GM0917";
    private static final long SETTLING = 31;

    private final AreaTable areas = AreaTable.shipped();
    private final Biographies biographies;
    private final List<Life> lives;

    Figures(Biographies biographies) {
        this.biographies = biographies;
        this.lives = biographies.lives();
    }

    /** Someone who lives in the municipality on the day. */
    record Resident(Life life, Residence residence) {
        String household() {
            return residence.buurt() + " " + residence.household();
        }
    }

    double of(Target target) {
        LocalDate day = target.date();
        String area = target.area();
        LocalDate from = target.from() == null ? day : target.from();
        return switch (target.id()) {
            case "population" -> residents(area, day).size();
            case "recipients" -> recipients(area, day).size();
            case "households.share" ->
                (double) households(recipients(area, day)).size()
                        / households(residents(area, day)).size();
            case "part.recipients" ->
                (double) recipients(area, day).size() / recipients(HEERLEN, day).size();
            case "part.adults" -> (double) adults(residents(area, day), day) / adults(residents(HEERLEN, day), day);
            case "part.households" ->
                (double) households(residents(area, day)).size()
                        / households(residents(HEERLEN, day)).size();
            case "persons" -> withRecipient(area, day).size();
            case "minors" -> minors(withRecipient(area, day), day);
            case "minors.share" -> minors(withRecipient(area, day), day) / minors(residents(area, day), day);
            case "duration.over-5y" -> share(recipients(area, day), r -> years(r, day) >= 5);
            case "duration.under-2y" -> share(recipients(area, day), r -> years(r, day) < 2);
            case "since-settlement" -> sinceSettlement(area, day).size();
            case "since-settlement.share" -> share(recipients(area, day), r -> isSinceSettlement(r, day));
            case "since-settlement.same-region" -> from(area, day, Set.of(OriginClass.SAME_REGION));
            case "since-settlement.same-province" -> from(area, day, Set.of(OriginClass.SAME_PROVINCE));
            case "since-settlement.elsewhere" ->
                from(area, day, Set.of(OriginClass.REST_OF_COUNTRY, OriginClass.ABROAD));
            case "since-settlement.positive-municipalities" -> positiveMunicipalities(area, day);
            case "corporation.share" -> share(recipients(area, day), inCorporationDwelling(day));
            case "corporation.since-settlement" ->
                share(inCorporation(recipients(area, day), day), r -> isSinceSettlement(r, day));
            case "corporation.since-settlement.elsewhere" ->
                share(
                        inCorporation(sinceSettlement(area, day), day),
                        r -> isFrom(r, day, OriginClass.REST_OF_COUNTRY) || isFrom(r, day, OriginClass.ABROAD));
            case "private-rental.share" -> privateRental(day);
            case "arrivals" -> arrivals(area, from, day).size();
            case "departures" -> departures(area, from, day);
            case "retention.share" -> retained(area, from, day, life -> lives(life, area, day));
            case "retention.died" ->
                retained(area, from, day, life -> !life.died.isAfter(day))
                        * residents(area, from).size();
            case "not-toddlers" -> notToddlers(area, day);
            case "adult-arrivals" -> adultArrivals(area, from, day).size();
            case "adult-arrivals.low-income" ->
                count(
                        adultArrivals(area, from, day),
                        a -> Boolean.TRUE.equals(
                                a.life.lowIncome.get(a.crossing.day().getYear())));
            case "adult-arrivals.social-assistance" ->
                count(adultArrivals(area, from, day), a -> arrivesWith(a, Scheme.SOCIAL_ASSISTANCE));
            case "adult-arrivals.disability" ->
                count(adultArrivals(area, from, day), a -> arrivesWith(a, Scheme.DISABILITY));
            default -> throw new IllegalArgumentException("no figure " + target.id());
        };
    }

    private boolean within(String buurt, String area) {
        return areas.around(buurt).contains(area);
    }

    List<Resident> residents(String area, LocalDate day) {
        List<Resident> found = new ArrayList<>();
        for (Life life : lives) {
            Residence residence = life.on(day);
            if (residence != null && within(residence.buurt(), area)) {
                found.add(new Resident(life, residence));
            }
        }
        return found;
    }

    List<Resident> recipients(String area, LocalDate day) {
        return residents(area, day).stream()
                .filter(r -> r.life.running(Scheme.SOCIAL_ASSISTANCE, day) != null)
                .toList();
    }

    private static Set<String> households(List<Resident> residents) {
        Set<String> households = new HashSet<>();
        residents.forEach(resident -> households.add(resident.household()));
        return households;
    }

    private List<Resident> withRecipient(String area, LocalDate day) {
        Set<String> households = households(recipients(area, day));
        return residents(area, day).stream()
                .filter(resident -> households.contains(resident.household()))
                .toList();
    }

    private static long adults(List<Resident> residents, LocalDate day) {
        return residents.stream().filter(resident -> resident.life.isAdult(day)).count();
    }

    private static double minors(List<Resident> residents, LocalDate day) {
        return residents.size() - adults(residents, day);
    }

    static <T> double share(List<T> all, Predicate<T> those) {
        return (double) count(all, those) / all.size();
    }

    private static <T> long count(List<T> all, Predicate<T> those) {
        return all.stream().filter(those).count();
    }

    private static Grant assistance(Resident recipient, LocalDate day) {
        Grant grant = recipient.life.running(Scheme.SOCIAL_ASSISTANCE, day);
        if (grant == null) {
            throw new IllegalStateException("no recipient");
        }
        return grant;
    }

    private static long years(Resident recipient, LocalDate day) {
        return ChronoUnit.YEARS.between(assistance(recipient, day).from, day);
    }

    private static boolean isSinceSettlement(Resident recipient, LocalDate day) {
        Crossing arrival = recipient.life.lastArrival(day);
        return arrival != null
                && !assistance(recipient, day).from.isAfter(arrival.day().plusDays(SETTLING));
    }

    private List<Resident> sinceSettlement(String area, LocalDate day) {
        return recipients(area, day).stream()
                .filter(r -> isSinceSettlement(r, day))
                .toList();
    }

    private boolean isFrom(Resident recipient, LocalDate day, OriginClass distance) {
        Crossing arrival = recipient.life.lastArrival(day);
        return arrival != null && areas.distance(HEERLEN, arrival.origin()) == distance;
    }

    private double from(String area, LocalDate day, Set<OriginClass> classes) {
        return share(sinceSettlement(area, day), r -> classes.stream().anyMatch(of -> isFrom(r, day, of)));
    }

    private double positiveMunicipalities(String area, LocalDate day) {
        Set<String> municipalities = new HashSet<>();
        for (Resident recipient : sinceSettlement(area, day)) {
            Crossing arrival = recipient.life.lastArrival(day);
            if (arrival != null && arrival.origin().municipality() != null) {
                municipalities.add(arrival.origin().municipality());
            }
        }
        return share(List.copyOf(municipalities), this::isPositive);
    }

    /** Share of the persons that come from within the country. */
    double positivePersons(String area, LocalDate day) {
        List<Resident> fromMunicipalities = sinceSettlement(area, day).stream()
                .filter(r -> r.life.lastArrival(day).origin().municipality() != null)
                .toList();
        return share(
                fromMunicipalities,
                r -> isPositive(r.life.lastArrival(day).origin().municipality()));
    }

    private boolean isPositive(String municipality) {
        return areas.sesWoa(municipality).isPresent()
                ? areas.sesWoa(municipality).getAsDouble() > 0
                : Municipality.of(municipality).isBetterOff();
    }

    private Predicate<Resident> inCorporationDwelling(LocalDate day) {
        Map<String, Tenure> tenures = biographies.tenures(day);
        return resident -> resident.residence.dwelling() != null
                && tenures.get(resident.residence.dwelling()) == Tenure.HOUSING_CORPORATION;
    }

    private List<Resident> inCorporation(List<Resident> residents, LocalDate day) {
        return residents.stream().filter(inCorporationDwelling(day)).toList();
    }

    private double privateRental(LocalDate day) {
        return share(List.copyOf(biographies.tenures(day).values()), tenure -> tenure == Tenure.PRIVATE_RENTAL);
    }

    record Arrival(Life life, Crossing crossing) {}

    private List<Arrival> arrivals(String area, LocalDate after, LocalDate to) {
        List<Arrival> found = new ArrayList<>();
        for (Life life : lives) {
            for (Crossing arrival : life.arrivals) {
                if (within(arrival.buurt(), area) && inWindow(arrival.day(), after, to)) {
                    found.add(new Arrival(life, arrival));
                }
            }
        }
        return found;
    }

    private static boolean inWindow(LocalDate day, LocalDate after, LocalDate to) {
        return day.isAfter(after) && !day.isAfter(to);
    }

    private long departures(String area, LocalDate after, LocalDate to) {
        long count = 0;
        for (Life life : lives) {
            count += count(life.departures, d -> within(d.buurt(), area) && inWindow(d.day(), after, to));
        }
        return count;
    }

    private List<Arrival> adultArrivals(String area, LocalDate after, LocalDate to) {
        return arrivals(area, after, to).stream()
                .filter(arrival -> arrival.life.isAdult(arrival.crossing.day()))
                .toList();
    }

    private static boolean arrivesWith(Arrival arrival, Scheme scheme) {
        LocalDate day = arrival.crossing.day();
        return arrival.life.grants.stream()
                .anyMatch(grant ->
                        grant.scheme == scheme && !grant.from.isAfter(day.plusDays(SETTLING)) && grant.to.isAfter(day));
    }

    private boolean lives(Life life, String area, LocalDate day) {
        Residence residence = life.on(day);
        return residence != null && within(residence.buurt(), area);
    }

    private double retained(String area, LocalDate from, LocalDate to, Predicate<Life> those) {
        return share(residents(area, from), resident -> those.test(resident.life));
    }

    private double notToddlers(String area, LocalDate day) {
        List<Life> fourYearOlds = residents(area, day).stream()
                .map(Resident::life)
                .filter(life ->
                        !life.birthday(4).isAfter(day) && life.birthday(5).isAfter(day))
                .toList();
        return share(fourYearOlds, life -> !livedThroughout(life, area, life.birthday(2), life.birthday(4)));
    }

    private boolean livedThroughout(Life life, String area, LocalDate from, LocalDate to) {
        LocalDate reached = from;
        for (Stay stay : life.stays) {
            if (within(stay.residence.buurt(), area) && stay.covers(reached)) {
                reached = stay.to;
            }
        }
        return !reached.isBefore(to);
    }

    /** Residents by buurt. */
    Map<String, Integer> perBuurt(List<Resident> residents) {
        Map<String, Integer> counts = new HashMap<>();
        residents.forEach(resident -> counts.merge(resident.residence.buurt(), 1, Integer::sum));
        return counts;
    }
}
