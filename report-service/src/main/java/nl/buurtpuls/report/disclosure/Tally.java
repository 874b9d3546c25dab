package nl.buurtpuls.report.disclosure;

import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.concurrent.atomic.LongAdder;

/** How many of the figures that are made to be published can be shown: whether the rules leave what people come for. */
final class Tally {

    private final LongAdder shown = new LongAdder();
    private final LongAdder suppressed = new LongAdder();

    void register(MeterRegistry registry) {
        register(registry, "shown", shown);
        register(registry, "suppressed", suppressed);
    }

    private static void register(MeterRegistry registry, String outcome, LongAdder count) {
        FunctionCounter.builder("buurtpuls.published.figures", count, LongAdder::sum)
                .description(
                        "Figures of indicators that were made to be published: shown, or withheld for disclosure control")
                .tag("outcome", outcome)
                .register(registry);
    }

    void shown() {
        shown.increment();
    }

    void suppressed() {
        suppressed.increment();
    }
}
