package nl.buurtpuls.report.alert;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import nl.buurtpuls.contract.area.AreaTable;
import nl.buurtpuls.contract.area.Level;
import nl.buurtpuls.contract.indicator.Indicator;
import nl.buurtpuls.contract.indicator.Quantity;

/** Which areas a rule holds for, and which figures follow from the cells of which area. */
final class Scope {

    private final AreaTable table;

    Scope(AreaTable table) {
        this.table = table;
    }

    /** Whether a rule holds for an area; one that the table lacks lies where its code says. */
    boolean includes(AlertRule rule, String area) {
        return table.levelOf(area) == rule.level() && (rule.within() == null || liesIn(area, rule.within()));
    }

    /** Whether an area is the other or lies in it. */
    boolean liesIn(String area, String other) {
        return table.upFrom(area).contains(other);
    }

    /** Published figures of most wijken and groups are sums of what is published of their buurten. */
    private static boolean isSumOfBuurten(AlertRule rule) {
        return !rule.exact() && (rule.level() == Level.WIJK || rule.level() == Level.GROUP);
    }

    /** The areas with figures of some rules that follow from cells of this one; it is one of them if a rule holds for it. */
    Set<String> reach(String recounted, Iterable<AlertRule> rules, Iterable<String> withFigures) {
        Set<String> reached = new LinkedHashSet<>();
        for (AlertRule rule : rules) {
            if (includes(rule, recounted)) {
                reached.add(recounted);
            }
            Indicator indicator = rule.indicator();
            boolean below = table.levelOf(recounted) == Level.MUNICIPALITY
                    && !indicator.series(Quantity.Scope.MUNICIPALITY).isEmpty();
            boolean above = table.levelOf(recounted) == Level.BUURT
                    && (isSumOfBuurten(rule)
                            || !indicator.series(Quantity.Scope.BUURTEN).isEmpty());
            for (String area : below || above ? withFigures : List.<String>of()) {
                boolean follows = below ? recounted.equals(table.municipalityAround(area)) : liesIn(recounted, area);
                if (follows && includes(rule, area)) {
                    reached.add(area);
                }
            }
        }
        return reached;
    }
}
