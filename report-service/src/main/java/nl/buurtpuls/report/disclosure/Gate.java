package nl.buurtpuls.report.disclosure;

import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.Startup;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import nl.buurtpuls.contract.area.AreaTable;
import nl.buurtpuls.report.access.Reader;
import nl.buurtpuls.report.ledger.LedgerReader;

/** The gate that every figure of persons passes on its way out: it tells what the reader of the current call may have. */
@ApplicationScoped
@Startup // without its secret, the service does not start
public class Gate {

    private final Reader reader;
    private final ExactReads reads;
    private final Rules rules;
    private final Release published;
    private final Release exact;

    Gate(
            Reader reader,
            ExactReads reads,
            LedgerReader ledger,
            AreaTable table,
            Clock clock,
            MeterRegistry registry,
            DisclosureConfig config) {
        this.reader = reader;
        this.reads = reads;
        this.rules = new Rules(
                config.base(), config.smallestDenominator(), config.largestSmallCount(), config.fewestBuurten());
        Protection protection = Protection.of(rules, Secret.of(config), table);
        protection.tally().register(registry);
        this.published = new Release(ledger, clock, protection);
        this.exact = new Release(ledger, clock, null);
    }

    /**
     * What the reader of the current call may have. To be asked before the work goes elsewhere. That exact figures are read
     * is kept first; where it cannot be, they are not read.
     */
    public Uni<Release> open() {
        if (!reader.exact()) {
            return Uni.createFrom().item(published);
        }
        return reads.keep(reader.name(), reader.purpose().orElse(""), reader.call())
                .replaceWith(exact);
    }

    /**
     * Exact figures for what the service decides by itself, as whether an alert is due. Nothing of it may go out: what is
     * told of a decision is read from {@link #published}. That a decision was taken tells something too: whoever may set a
     * threshold and see when it is crossed can bisect the figure, and so is one who may read it exactly. What everybody may
     * see is decided on published figures.
     */
    public Release withinTheService() {
        return exact;
    }

    /** The rules in force. */
    public Rules rules() {
        return rules;
    }

    /** What everybody may have, whoever calls. */
    public Release published() {
        return published;
    }
}
