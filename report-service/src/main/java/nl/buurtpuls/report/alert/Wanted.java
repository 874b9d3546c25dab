package nl.buurtpuls.report.alert;

import java.util.HashSet;
import java.util.Set;

/**
 * The rules that are to be held against all that they look at, though no figure has changed.
 *
 * @param all all there are; none is named then
 * @param rules ids of those that were written
 */
record Wanted(boolean all, Set<String> rules) {

    static final Wanted NONE = new Wanted(false, Set.of());
    static final Wanted ALL = new Wanted(true, Set.of());

    Wanted {
        rules = Set.copyOf(rules);
    }

    static Wanted rule(String id) {
        return new Wanted(false, Set.of(id));
    }

    Wanted and(Wanted other) {
        if (all || other.all) {
            return ALL;
        }
        Set<String> both = new HashSet<>(rules);
        both.addAll(other.rules);
        return new Wanted(false, both);
    }

    boolean isNone() {
        return !all && rules.isEmpty();
    }

    boolean includes(AlertRule rule) {
        return all || rules.contains(rule.id());
    }
}
