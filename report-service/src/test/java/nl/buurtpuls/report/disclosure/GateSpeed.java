package nl.buurtpuls.report.disclosure;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Arrays;
import nl.buurtpuls.contract.area.AreaTable;
import nl.buurtpuls.contract.area.Level;
import nl.buurtpuls.contract.indicator.Catalogue;
import nl.buurtpuls.contract.indicator.Indicator;

/**
 * Measures how long the gate takes for all indicators of all buurten, and of all areas, of a town, their exact figures being at
 * hand. A command, not a test: a machine that is busy is no fault of the code.
 */
final class GateSpeed {

    private static final int WARM_UP = 20;
    private static final int RUNS = 101;

    private GateSpeed() {}

    public static void main(String[] words) {
        KnownTown town = new KnownTown(AreaTable.shipped(), 1);
        LocalDate date = KnownTown.month(130);
        System.out.printf("all buurten, first time (offsets drawn): %.1f ms%n", millis(town, date, fresh(town), false));
        Protection protection = fresh(town);
        for (boolean larger : new boolean[] {false, true}) {
            double[] millis = new double[RUNS];
            for (int run = -WARM_UP; run < RUNS; run++) {
                double taken = millis(town, date, protection, larger);
                if (run >= 0) {
                    millis[run] = taken;
                }
            }
            Arrays.sort(millis);
            System.out.printf(
                    "%s: median %.1f ms, 95%% within %.1f ms%n",
                    larger ? "all areas" : "all buurten", millis[RUNS / 2], millis[RUNS * 95 / 100]);
        }
    }

    private static Protection fresh(KnownTown town) {
        return Protection.of(Usual.RULES, "a secret".getBytes(StandardCharsets.UTF_8), town.table());
    }

    private static double millis(KnownTown town, LocalDate date, Protection protection, boolean larger) {
        long start = System.nanoTime();
        int shown = 0;
        for (String area : larger ? town.areas() : town.at(Level.BUURT)) {
            ReleasedFigures figures = town.published(area, date, protection);
            for (Indicator indicator : Catalogue.indicators()) {
                if (indicator.isAt(town.table().levelOf(area))
                        && !figures.read(indicator).isSuppressed()) {
                    shown++;
                }
            }
        }
        if (shown == 0) {
            throw new IllegalStateException("nothing is shown");
        }
        return (System.nanoTime() - start) / 1e6;
    }
}
