package nl.buurtpuls.oracle;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import nl.buurtpuls.contract.event.Place;
import nl.buurtpuls.contract.event.Residence;
import nl.buurtpuls.contract.event.Scheme;
import nl.buurtpuls.contract.event.Tenure;
import nl.buurtpuls.oracle.Life.Settlement;

/** Recipients who have had their benefit since they settled in the municipality, and where they came from. */
final class NaiveSettlement {

    static final List<String> NAMES = List.of(
            "since-settlement",
            "since-settlement.share",
            "since-settlement.from.same-region",
            "since-settlement.from.same-region.share",
            "since-settlement.from.same-province",
            "since-settlement.from.same-province.share",
            "since-settlement.from.rest-of-country",
            "since-settlement.from.rest-of-country.share",
            "since-settlement.from.abroad",
            "since-settlement.from.abroad.share",
            "since-settlement.from.positive-ses.share",
            "tenure.housing-corporation.since-settlement.share",
            "tenure.housing-corporation.since-settlement.from.outside-province.share",
            "tenure.private-rental.since-settlement.share",
            "tenure.private-rental.since-settlement.from.outside-province.share",
            "tenure.owner-occupied.since-settlement.share",
            "tenure.owner-occupied.since-settlement.from.outside-province.share");

    /** The running spell began at most so many days after the arrival. */
    private static final int DAYS_TO_COUNT_AS_SINCE_SETTLEMENT = 31;

    private final String municipality;
    private final People people;
    private final Geography geography;
    private final NaiveDwellings dwellings;

    NaiveSettlement(String municipality, People people, Geography geography, NaiveDwellings dwellings) {
        this.municipality = municipality;
        this.people = people;
        this.geography = geography;
        this.dwellings = dwellings;
    }

    /**
     * @param name the indicator's id after the scheme
     */
    NaiveFigure figure(Predicate<Set<Scheme>> scheme, String name, String area, LocalDate date) {
        List<Life> recipients = NaiveBenefits.with(scheme, people.residents(area, date), date);
        List<Place> origins = originsSinceSettlement(scheme, recipients, date);
        return switch (name) {
            case "since-settlement" -> NaiveFigure.count(origins.size());
            case "since-settlement.share" -> NaiveFigure.ratio(origins.size(), recipients.size());
            case "since-settlement.from.same-region" -> NaiveFigure.count(count(OriginClass.SAME_REGION, origins));
            case "since-settlement.from.same-region.share" -> share(OriginClass.SAME_REGION, origins);
            case "since-settlement.from.same-province" -> NaiveFigure.count(count(OriginClass.SAME_PROVINCE, origins));
            case "since-settlement.from.same-province.share" -> share(OriginClass.SAME_PROVINCE, origins);
            case "since-settlement.from.rest-of-country" ->
                NaiveFigure.count(count(OriginClass.REST_OF_COUNTRY, origins));
            case "since-settlement.from.rest-of-country.share" -> share(OriginClass.REST_OF_COUNTRY, origins);
            case "since-settlement.from.abroad" -> NaiveFigure.count(count(OriginClass.ABROAD, origins));
            case "since-settlement.from.abroad.share" -> share(OriginClass.ABROAD, origins);
            case "since-settlement.from.positive-ses.share" -> shareFromPositiveSes(origins);
            case "tenure.housing-corporation.since-settlement.share" ->
                shareOfTenure(Tenure.HOUSING_CORPORATION, scheme, recipients, date);
            case "tenure.housing-corporation.since-settlement.from.outside-province.share" ->
                shareFromOutside(Tenure.HOUSING_CORPORATION, scheme, recipients, date);
            case "tenure.private-rental.since-settlement.share" ->
                shareOfTenure(Tenure.PRIVATE_RENTAL, scheme, recipients, date);
            case "tenure.private-rental.since-settlement.from.outside-province.share" ->
                shareFromOutside(Tenure.PRIVATE_RENTAL, scheme, recipients, date);
            case "tenure.owner-occupied.since-settlement.share" ->
                shareOfTenure(Tenure.OWNER_OCCUPIED, scheme, recipients, date);
            case "tenure.owner-occupied.since-settlement.from.outside-province.share" ->
                shareFromOutside(Tenure.OWNER_OCCUPIED, scheme, recipients, date);
            default -> throw new IllegalArgumentException("no figure of a scheme: " + name);
        };
    }

    private NaiveFigure shareOfTenure(
            Tenure tenure, Predicate<Set<Scheme>> scheme, List<Life> recipients, LocalDate date) {
        List<Life> housed = housed(tenure, recipients, date);
        return NaiveFigure.ratio(originsSinceSettlement(scheme, housed, date).size(), housed.size());
    }

    private NaiveFigure shareFromOutside(
            Tenure tenure, Predicate<Set<Scheme>> scheme, List<Life> recipients, LocalDate date) {
        List<Place> origins = originsSinceSettlement(scheme, housed(tenure, recipients, date), date);
        int outside = count(OriginClass.REST_OF_COUNTRY, origins) + count(OriginClass.ABROAD, origins);
        return NaiveFigure.ratio(outside, origins.size());
    }

    private List<Life> housed(Tenure tenure, List<Life> recipients, LocalDate date) {
        List<Life> housed = new ArrayList<>();
        for (Life recipient : recipients) {
            Residence residence = recipient.evening(date).residence();
            if (residence != null && dwellings.tenure(residence.dwelling(), date) == tenure) {
                housed.add(recipient);
            }
        }
        return housed;
    }

    /** One origin for each recipient since settlement. */
    private static List<Place> originsSinceSettlement(
            Predicate<Set<Scheme>> scheme, List<Life> recipients, LocalDate date) {
        List<Place> origins = new ArrayList<>();
        for (Life recipient : recipients) {
            LocalDate since = recipient.runningSince(scheme, date);
            Settlement settlement = recipient.evening(date).settlement();
            if (since != null
                    && settlement != null
                    && !since.isAfter(settlement.day().plusDays(DAYS_TO_COUNT_AS_SINCE_SETTLEMENT))) {
                origins.add(settlement.origin());
            }
        }
        return origins;
    }

    private int count(OriginClass wanted, List<Place> origins) {
        int count = 0;
        for (Place origin : origins) {
            if (geography.originClass(municipality, origin) == wanted) {
                count++;
            }
        }
        return count;
    }

    /** Of all since settlement, those of unknown origin too. */
    private NaiveFigure share(OriginClass wanted, List<Place> origins) {
        return NaiveFigure.ratio(count(wanted, origins), origins.size());
    }

    private NaiveFigure shareFromPositiveSes(List<Place> origins) {
        int fromMunicipality = 0;
        int positive = 0;
        for (Place origin : origins) {
            fromMunicipality += origin.municipality() == null ? 0 : 1;
            positive += geography.isPositive(origin) ? 1 : 0;
        }
        return NaiveFigure.ratio(positive, fromMunicipality);
    }
}
