package nl.buurtpuls.simulator.behaviour;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import nl.buurtpuls.simulator.register.Register;
import nl.buurtpuls.simulator.table.BuurtFigures;
import nl.buurtpuls.simulator.table.Parameters;
import nl.buurtpuls.simulator.table.PartCourse;
import nl.buurtpuls.simulator.table.Places;
import nl.buurtpuls.simulator.table.Plan;
import nl.buurtpuls.simulator.table.Target;
import nl.buurtpuls.simulator.town.Part;
import nl.buurtpuls.simulator.town.Surroundings;
import nl.buurtpuls.simulator.town.Town;
import org.jspecify.annotations.Nullable;

/**
 * What a town is made of and what happens in it.
 *
 * @param courses of the parts, in their order
 * @param origins municipalities that people come from who are not part of another simulation
 * @param destinations municipalities that people go to
 * @param deathsOfFounded how many of the first part's residents of the first day die in ten years
 * @param stayers by buurt, the part of the first day's inhabitants that stays ten years
 * @param newcomersAtFour part of the first part's four-year-olds who did not live there at two and three, if planned
 */
record Blueprint(
        List<Part> parts,
        List<PartCourse> courses,
        Plan plan,
        Places origins,
        Places destinations,
        Parameters parameters,
        double deathsOfFounded,
        Map<String, Double> stayers,
        @Nullable Double newcomersAtFour) {

    private static final String HEERLEN = "GM0917";
    private static final String NORTH = "HN";

    static Blueprint heerlen(List<BuurtFigures> buurten, double scale) {
        Parameters parameters = Parameters.shipped();
        List<PartCourse> courses = PartCourse.heerlen().stream()
                .map(course -> course.scaled(scale))
                .toList();
        Map<String, Double> stayers = new HashMap<>();
        for (Target target : Target.all()) {
            if (target.id().equals("retention.share") && target.area().startsWith("BU")) {
                stayers.put(target.area(), target.value());
            }
        }
        Places everywhere = Places.municipalities(HEERLEN, code -> true, parameters.get("arrivals.distance-decay"));
        return new Blueprint(
                parts(courses, buurten),
                courses,
                Plan.heerlen(scale),
                everywhere,
                everywhere,
                parameters,
                Target.value("retention.died", NORTH) * scale,
                stayers,
                Target.value("not-toddlers", NORTH));
    }

    /** A municipality that is like the country, as far as nothing of it is known. */
    static Blueprint of(String municipality, List<BuurtFigures> buurten, Surroundings surroundings, double scale) {
        Parameters parameters = Parameters.shipped();
        double decay = parameters.get("arrivals.distance-decay");
        int inhabitants = (int)
                Math.round(buurten.stream().mapToInt(BuurtFigures::inhabitants).sum() * scale);
        List<PartCourse> courses = List.of(PartCourse.whole(inhabitants));
        // Heerlen's own simulation has all who come there.
        Places destinations = Places.municipalities(municipality, code -> !code.equals(HEERLEN), decay);
        Places origins = Places.municipalities(municipality, code -> !surroundings.areSimulated(code), decay);
        double fromOutside = origins.weight() / (origins.weight() + destinations.weight());
        int departures = (int) Math.round(inhabitants * parameters.get("departures"));
        int arrivals = (int) Math.round(inhabitants * parameters.get("arrivals") + departures * fromOutside);
        Map<String, Integer> yearly = Map.of(
                "arrivals." + BuurtFigures.WHOLE,
                arrivals,
                "adult-arrivals",
                (int) Math.round(arrivals * parameters.get("arrivals.adults")),
                "departures." + BuurtFigures.WHOLE,
                departures,
                "births." + BuurtFigures.WHOLE,
                (int) Math.round(inhabitants * parameters.get("births")),
                "deaths." + BuurtFigures.WHOLE,
                (int) Math.round(inhabitants * parameters.get("deaths")));
        return new Blueprint(
                parts(courses, buurten),
                courses,
                Plan.same(yearly),
                origins,
                destinations,
                parameters,
                0,
                Map.of(),
                null);
    }

    private static List<Part> parts(List<PartCourse> courses, List<BuurtFigures> buurten) {
        Map<String, List<BuurtFigures>> byPart = new LinkedHashMap<>();
        courses.forEach(course -> byPart.put(course.part(), new ArrayList<>()));
        buurten.forEach(buurt ->
                byPart.computeIfAbsent(buurt.part(), any -> new ArrayList<>()).add(buurt));
        return byPart.entrySet().stream()
                .map(entry -> new Part(entry.getKey(), entry.getValue()))
                .toList();
    }

    /** All that can happen on a day, in the order in which it does. */
    List<Daily> happenings(Town town, Register register, Incomes incomes, TownLife.Chances chances) {
        List<Steering> steerings = new ArrayList<>();
        for (int i = 0; i < parts.size(); i++) {
            steerings.add(new Steering(town, parts.get(i), courses.get(i), deathsOfFounded, stayers));
        }
        double inhabitants =
                courses.stream().mapToDouble(PartCourse::inhabitants).sum();
        double later =
                courses.stream().mapToDouble(PartCourse::laterInhabitants).sum();
        Homes homes = new Homes(town, chances.of("homes"));
        Welfare welfare = new Welfare(town, parameters, incomes, chances.of("welfare"));
        Kindergarten kindergarten = newcomersAtFour == null
                ? null
                : new Kindergarten(town, parts.get(0), newcomersAtFour, chances.of("kindergarten"));
        List<Daily> all = new ArrayList<>();
        all.add(new Census(town));
        if (kindergarten != null) {
            all.add(kindergarten);
        }
        all.add(new LifeAndDeath(town, plan, chances.of("life and death")));
        all.add(new Arrivals(town, homes, welfare, plan, origins, kindergarten, parameters, chances.of("arrivals")));
        all.add(new Departures(town, steerings, plan, destinations, parameters, chances.of("departures")));
        all.add(new Removals(town, steerings, inhabitants, later, homes, parameters, chances.of("removals")));
        all.add(new Families(town, steerings, homes, parameters, chances.of("families")));
        all.add(new Institutions(town, chances.of("institutions")));
        all.add(welfare);
        all.add(new Landlords(town, parameters, chances.of("landlords")));
        all.add(new Elsewhere(town, register, destinations, chances.of("elsewhere")));
        return all;
    }
}
