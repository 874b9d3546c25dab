package nl.buurtpuls.report.disclosure;

import io.quarkus.runtime.Startup;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import nl.buurtpuls.contract.area.AreaTable;
import nl.buurtpuls.report.access.Reader;
import nl.buurtpuls.report.ledger.LedgerReader;

/** The gate that every figure of persons passes on its way out: it tells what the reader of the current call may have. */
@ApplicationScoped
@Startup // without its secret, the service does not start
public class Gate {

    private final Reader reader;
    private final Release published;
    private final Release exact;

    Gate(Reader reader, LedgerReader ledger, AreaTable table, DisclosureConfig config) {
        this.reader = reader;
        Rules rules = new Rules(
                config.base(), config.smallestDenominator(), config.largestSmallCount(), config.fewestBuurten());
        this.published = new Release(ledger, Protection.of(rules, Secret.of(config), table));
        this.exact = new Release(ledger, null);
    }

    /** What the reader of the current call may have. To be asked before the work goes elsewhere. */
    public Uni<Release> open() {
        return Uni.createFrom().item(reader.exact() ? exact : published);
    }

    /**
     * Exact figures for what the service decides by itself, as whether an alert is due. Nothing of it may go out: what is
     * told of a decision is read from {@link #published}.
     */
    public Release withinTheService() {
        return exact;
    }

    /** What everybody may have, whoever calls. */
    public Release published() {
        return published;
    }
}
