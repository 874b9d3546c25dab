package nl.buurtpuls.report.disclosure;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.ojalgo.optimisation.Expression;
import org.ojalgo.optimisation.ExpressionsBasedModel;
import org.ojalgo.optimisation.Optimisation;
import org.ojalgo.optimisation.Variable;

/**
 * Knows all that is published of one count in a town on one date, and the rules, but not the secret; and finds out by
 * mixed-integer programming between which values the count of each buurt lies. Its variables are, of each buurt, the count
 * and the rounded count: known where it is shown, and 0 or 5 where it is withheld.
 */
final class Attacker {

    private static final int BASE = 5;
    private static final int REACH = BASE - 1;
    /** Of more than so many, published numbers prove that they are more. */
    private static final int SMALL = 4;

    private final KnownTown town;
    private final Map<String, PublishedPoint> published;
    private final Map<String, Long> known;
    private final Set<String> roundedByThemselves;

    /**
     * @param published by area
     * @param known counts of buurten that this attacker knows beforehand
     * @param roundedByThemselves areas above the buurt that are no sums
     */
    Attacker(
            KnownTown town,
            Map<String, PublishedPoint> published,
            Map<String, Long> known,
            Set<String> roundedByThemselves) {
        this.town = town;
        this.published = published;
        this.known = known;
        this.roundedByThemselves = roundedByThemselves;
    }

    /** The least that the count of a buurt can be. */
    long least(String buurt) {
        return (long) Math.ceil(solved(buurt, false) - 1e-6);
    }

    /** The most that it can be. */
    long most(String buurt) {
        return (long) Math.floor(solved(buurt, true) + 1e-6);
    }

    private double solved(String buurt, boolean most) {
        ExpressionsBasedModel model = new ExpressionsBasedModel();
        Map<String, Variable> counts = new HashMap<>();
        Map<String, Variable> ups = new HashMap<>();
        published.forEach((area, point) -> {
            if (area.startsWith("BU")) {
                counts.put(area, model.newVariable(area).lower(0));
                ups.put(area, up(model, area, point, counts));
            }
        });
        published.forEach((area, point) -> {
            if (!area.startsWith("BU")) {
                constrain(model, area, point, counts, ups);
            }
        });
        counts.get(buurt).weight(1);
        Optimisation.Result result = most ? model.maximise() : model.minimise();
        if (!result.getState().isFeasible()) {
            throw new IllegalStateException("what is published contradicts itself: " + result.getState());
        }
        return result.getValue();
    }

    /** The rounded count in multiples of the base, and the count around it. */
    private Variable up(ExpressionsBasedModel model, String buurt, PublishedPoint point, Map<String, Variable> counts) {
        Variable up = model.newVariable(buurt + " rounded").integer(true);
        Number shown = point.value();
        if (shown == null) {
            up.lower(0).upper(1);
        } else {
            up.level(shown.longValue() / BASE);
        }
        Variable count = counts.get(buurt);
        model.newExpression(buurt + " near")
                .set(count, 1)
                .set(up, -BASE)
                .lower(-REACH)
                .upper(REACH);
        if (known.containsKey(buurt)) {
            count.level(known.get(buurt));
        }
        return up;
    }

    private void constrain(
            ExpressionsBasedModel model,
            String area,
            PublishedPoint point,
            Map<String, Variable> counts,
            Map<String, Variable> ups) {
        List<String> inside = town.buurtenOf(area);
        Expression sum = model.newExpression(area);
        Number shown = point.value();
        if (roundedByThemselves.contains(area)) {
            inside.forEach(each -> sum.set(counts.get(each), 1));
            if (shown == null) {
                sum.upper(SMALL + BASE);
            } else {
                sum.lower(shown.longValue() - REACH).upper(shown.longValue() + REACH);
            }
            return;
        }
        inside.forEach(each -> sum.set(ups.get(each), 1));
        if (shown != null) {
            sum.level(shown.longValue() / BASE);
        } else {
            // Each rounded up proves one at least, so no more than a few are.
            sum.upper(SMALL);
        }
    }
}
