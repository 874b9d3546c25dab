package nl.buurtpuls.report.indicator;

import nl.buurtpuls.contract.area.Level;
import nl.buurtpuls.contract.indicator.Catalogue;
import nl.buurtpuls.contract.indicator.Definition;
import nl.buurtpuls.contract.indicator.Indicator;
import nl.buurtpuls.contract.indicator.Window;
import nl.buurtpuls.report.problem.Nearest;
import nl.buurtpuls.report.problem.ProblemException;

/** Finds the indicators that callers name. */
public final class Indicators {

    private Indicators() {}

    /** The indicator of an exact name, which stands in the path. */
    public static Indicator named(String id) {
        return named("id", id);
    }

    /** The indicator of an exact name, which stands in a parameter. */
    public static Indicator named(String parameter, String id) {
        return Catalogue.find(id).orElseThrow(() -> unknown(parameter, id));
    }

    private static ProblemException unknown(String parameter, String id) {
        for (Definition definition : Catalogue.definitions()) {
            if (id.startsWith(definition.id() + ".")
                    && id.substring(definition.id().length() + 1).matches("\\d+[a-z]+")) {
                String windows = definition.windows().isEmpty()
                        ? "It is a stock and has none."
                        : "It has "
                                + String.join(
                                        ", ",
                                        definition.windows().stream()
                                                .map(Window::code)
                                                .toList()) + ".";
                return ProblemException.invalid(
                        parameter, "unknown-window", "There is no such window of " + definition.id() + ". " + windows);
            }
        }
        return ProblemException.unknown("There is no indicator " + id + "."
                + Nearest.to(id, Catalogue.definitions().stream().map(Definition::id)));
    }

    /** Ends the call if areas of the level have no such figure. */
    public static void requireAt(String parameter, Indicator indicator, Level level) {
        if (!indicator.isAt(level)) {
            throw ProblemException.invalid(
                    parameter,
                    "not-at-this-level",
                    level == Level.BUURT
                            ? indicator.id() + " tells how the buurten of an area differ: a buurt has none."
                            : indicator.id() + " of municipalities does not add up: a " + level.code() + " has none.");
        }
    }
}
