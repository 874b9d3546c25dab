package nl.buurtpuls.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import nl.buurtpuls.contract.event.EventType;
import nl.buurtpuls.simulator.table.BuurtFigures;
import nl.buurtpuls.simulator.table.Target;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * The sample at its full size gives the figures of the start report: each target computed from the events alone, and shown
 * beside what came out.
 */
class TargetsTest {

    private static final LocalDate TO = LocalDate.of(2024, 2, 1);
    private static final LocalDate REFERENCE = LocalDate.of(2023, 10, 1);
    private static final LocalDate MIDDLE = LocalDate.of(2020, 1, 1);
    private static final double ROUNDING = 1e-9;

    @ParameterizedTest
    @ValueSource(longs = {Settings.DEFAULT_SEED, 1, 20_261_124})
    void everyTargetComesOutOfTheEventsWhateverTheSeed(long seed) {
        Biographies biographies = new Biographies("GM0917");
        Chronicle chronicle = new Chronicle(Settings.DEFAULT_FROM);
        Simulation.run(new Settings(seed, Settings.DEFAULT_FROM, TO, 1), event -> {
            biographies.accept(event);
            chronicle.accept(event);
        });
        Figures figures = new Figures(biographies);

        assertThat(chronicle.faults()).isEmpty();
        assertThat(missed(seed, figures)).isEmpty();
        assertNearThePublished(figures);
        assertThat(chronicle.counts().keySet())
                .containsExactlyInAnyOrderElementsOf(EnumSet.complementOf(EnumSet.of(EventType.RETRACTION)));
    }

    private static List<String> missed(long seed, Figures figures) {
        List<String> missed = new ArrayList<>();
        System.out.printf(
                Locale.ROOT, "%-44s %-11s %10s %10s  seed %d%n", "target", "area", "wanted", "came out", seed);
        for (Target target : Target.all()) {
            double value = figures.of(target);
            String line = String.format(
                    Locale.ROOT,
                    "%-44s %-11s %10s %10s",
                    target.id() + " " + target.date(),
                    target.area(),
                    text(target.value()),
                    text(value));
            System.out.println(line);
            if (Math.abs(value - target.value()) > target.tolerance() + ROUNDING) {
                missed.add(line);
            }
        }
        return missed;
    }

    private static String text(double value) {
        return value <= 1 ? String.format(Locale.ROOT, "%.2f%%", 100 * value) : String.valueOf(Math.round(value));
    }

    private static void assertNearThePublished(Figures figures) {
        Map<String, Integer> inhabitants = figures.perBuurt(figures.residents("GM0917", MIDDLE));
        Map<String, Integer> recipients = figures.perBuurt(figures.recipients("GM0917", REFERENCE));
        for (BuurtFigures buurt : BuurtFigures.heerlen()) {
            assertThat((double) inhabitants.getOrDefault(buurt.code(), 0))
                    .as("inhabitants of " + buurt.code())
                    .isBetween(buurt.later() * 0.93 - 40, buurt.later() * 1.07 + 40);
            assertThat((double) recipients.getOrDefault(buurt.code(), 0))
                    .as("recipients in " + buurt.code())
                    .isBetween(buurt.laterAssistance() * 0.75 - 30, buurt.laterAssistance() * 1.25 + 30);
        }
    }
}
