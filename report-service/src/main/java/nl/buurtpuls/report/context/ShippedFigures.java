package nl.buurtpuls.report.context;

import io.quarkus.runtime.StartupEvent;
import io.quarkus.vertx.VertxContextSupport;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import nl.buurtpuls.contract.context.ContextFigure;
import nl.buurtpuls.report.area.Areas;
import org.jboss.logging.Logger;

/**
 * Stores the context figures that are shipped (CSV files beside this class) when the service starts. What an operator has
 * imported for the same area, indicator and period stays.
 */
@ApplicationScoped
class ShippedFigures {

    private static final Logger LOG = Logger.getLogger(ShippedFigures.class);
    private static final List<String> FILES = List.of("startrapport.csv", "woz-2022.csv");

    private final FigureRules rules;
    private final ContextStore store;

    ShippedFigures(Areas areas, ContextStore store) {
        this.rules = new FigureRules(areas::has);
        this.store = store;
    }

    void store(@Observes StartupEvent start) throws Throwable {
        List<ContextFigure> figures = new ArrayList<>();
        for (String file : FILES) {
            FigureLines lines = read(file);
            // An operator's own area table may lack areas that these are about.
            lines.refused().forEach(refused -> LOG.infof("%s line %d: %s", file, refused.line(), refused.detail()));
            figures.addAll(lines.figures());
        }
        VertxContextSupport.subscribeAndAwait(() -> store.add(figures));
    }

    private FigureLines read(String file) {
        try (InputStream in = Objects.requireNonNull(ShippedFigures.class.getResourceAsStream(file), file)) {
            return FigureLines.parse(in.readAllBytes(), rules);
        } catch (IOException e) {
            throw new UncheckedIOException(file, e);
        }
    }
}
