package nl.buurtpuls.indicator.contribution;

import java.util.ArrayList;
import java.util.List;
import nl.buurtpuls.contract.area.AreaTable;
import nl.buurtpuls.contract.area.OriginClass;
import nl.buurtpuls.contract.event.Scheme;
import nl.buurtpuls.indicator.timeline.Days;
import nl.buurtpuls.indicator.timeline.Settlement;
import nl.buurtpuls.indicator.timeline.Timeline;

/**
 * The days, after one settlement, on which a running spell of benefits began with it or before.
 *
 * @param origin how far away they came from
 * @param betterOff whether from a municipality with a SES-WOA score above 0
 * @param schemes of each scheme, by {@link Scheme#ordinal}
 * @param any of any scheme
 */
record SinceSettlement(OriginClass origin, boolean betterOff, List<Days> schemes, Days any) {

    /** One for each time that someone settled. */
    static List<SinceSettlement> of(AreaTable areas, String municipality, Timeline life) {
        List<Days> runs = life.runs();
        Days anyRuns = Days.union(runs);
        List<SinceSettlement> all = new ArrayList<>();
        for (Settlement settlement : life.settlements()) {
            all.add(new SinceSettlement(
                    areas.distance(municipality, settlement.origin()),
                    AdultArrivals.isBetterOff(areas, settlement.origin()),
                    runs.stream().map(run -> begunBy(settlement, run)).toList(),
                    begunBy(settlement, anyRuns)));
        }
        return all;
    }

    boolean isFromOutsideProvince() {
        return origin == OriginClass.REST_OF_COUNTRY || origin == OriginClass.ABROAD;
    }

    /** The days of a settlement in runs that began with it, or before. */
    private static Days begunBy(Settlement settlement, Days runs) {
        Days days = Days.NONE;
        for (int run = 0; run < runs.spans(); run++) {
            if (runs.from(run) <= settlement.from() + AdultArrivals.DAYS_TO_A_BENEFIT) {
                days = days.or(Days.between(runs.from(run), runs.to(run)));
            }
        }
        return days.and(settlement.days());
    }
}
