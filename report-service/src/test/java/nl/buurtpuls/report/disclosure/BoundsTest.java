package nl.buurtpuls.report.disclosure;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import nl.buurtpuls.contract.area.AreaTable;
import nl.buurtpuls.contract.indicator.Catalogue;
import nl.buurtpuls.contract.indicator.Formula;
import nl.buurtpuls.contract.indicator.Indicator;
import nl.buurtpuls.contract.indicator.Quantity;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whether the truth lies where published numbers are said to prove that it does. */
class BoundsTest {

    private static final LocalDate DATE = KnownTown.month(130);

    /** Overlaps among them, which are below 0 where runs of any scheme last longer than those of each. */
    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3})
    void theTruthLiesWithinThem(int seed) {
        KnownTown town = new KnownTown(AreaTable.shipped(), seed);
        Protection protection =
                Protection.of(Usual.RULES, ("secret " + seed).getBytes(StandardCharsets.UTF_8), town.table());
        for (Indicator indicator : Catalogue.indicators()) {
            if (indicator.formula() instanceof Formula.Count count
                    && !(count.quantity() instanceof Quantity.InBuurtenWhere)) {
                for (String area : town.areas()) {
                    RoundedFigures rounded = protection.round(town.exact(area, DATE));
                    Bounds bounds = Bounds.of(
                            count.quantity(), rounded, protection.rules().reach());
                    assertThat(count.quantity().in(town.exact(area, DATE)))
                            .as(indicator.id() + " of " + area)
                            .isBetween(bounds.lowest(), bounds.highest());
                }
            }
        }
    }
}
