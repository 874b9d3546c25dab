package nl.buurtpuls.report.alert;

import java.util.HashSet;
import java.util.Set;

/**
 * The rules that are to be held against all that they look at, though no figure has changed.
 *
 * @param all all there are; none is named then
 * @param rules ids of those that were written
 */
record PendingRules(boolean all, Set<String> rules) {

    static final PendingRules NONE = new PendingRules(false, Set.of());
    static final PendingRules ALL = new PendingRules(true, Set.of());

    PendingRules {
        rules = Set.copyOf(rules);
    }

    static PendingRules rule(String id) {
        return new PendingRules(false, Set.of(id));
    }

    PendingRules and(PendingRules other) {
        if (all || other.all) {
            return ALL;
        }
        Set<String> both = new HashSet<>(rules);
        both.addAll(other.rules);
        return new PendingRules(false, both);
    }

    boolean isNone() {
        return !all && rules.isEmpty();
    }

    boolean includes(AlertRule rule) {
        return all || rules.contains(rule.id());
    }
}
