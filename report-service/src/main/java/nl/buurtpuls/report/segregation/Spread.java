package nl.buurtpuls.report.segregation;

import java.util.Arrays;
import nl.buurtpuls.contract.area.Level;
import nl.buurtpuls.contract.indicator.BenefitGroup;
import nl.buurtpuls.report.area.Areas;
import nl.buurtpuls.report.problem.ProblemException;

/**
 * Whose spread over what is asked for.
 *
 * @param area that the units lie in
 * @param unit level of the units: buurt or wijk
 * @param group whose recipients are the group
 */
record Spread(String area, Level unit, BenefitGroup group) {

    /** Reads what a caller asks for; a wrong parameter ends the call. */
    static Spread parse(Areas areas, String area, String unit, String group) {
        Spread spread = new Spread(area, unit(unit), group(group));
        Level level = areas.named(area).level();
        if (level == Level.BUURT) {
            throw ProblemException.invalid(
                    "code",
                    "has-no-units",
                    "A buurt has no smaller areas to compare: ask for its wijk or its municipality, not for " + area
                            + ".");
        }
        if (level == Level.WIJK && spread.unit() == Level.WIJK) {
            throw ProblemException.invalid(
                    "unit", "has-no-units", "There are no wijken in the wijk " + area + ": ask for unit=buurt.");
        }
        return spread;
    }

    private static Level unit(String code) {
        return Level.of(code)
                .filter(level -> level == Level.BUURT || level == Level.WIJK)
                .orElseThrow(() ->
                        ProblemException.invalid("unit", "not-one-of", "Expected buurt or wijk, got '" + code + "'."));
    }

    private static BenefitGroup group(String code) {
        return Arrays.stream(BenefitGroup.values())
                .filter(group -> group.code().equals(code))
                .findFirst()
                .orElseThrow(() -> ProblemException.notOneOf(
                        "group", Arrays.stream(BenefitGroup.values()).map(BenefitGroup::code), code));
    }
}
