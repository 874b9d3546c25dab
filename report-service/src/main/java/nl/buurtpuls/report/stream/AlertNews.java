package nl.buurtpuls.report.stream;

import io.quarkus.runtime.StartupEvent;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.function.Consumer;
import nl.buurtpuls.report.alert.AlertFeed;
import nl.buurtpuls.report.current.Replacements;
import org.jboss.logging.Logger;

/** Hands alerts to the stream as they begin and change, whichever instance of this service changes them. */
@ApplicationScoped
class AlertNews implements Replacements.Listener {

    private static final Logger LOG = Logger.getLogger(AlertNews.class);

    private final AlertFeed feed;
    private final Streams streams;
    private final Replacements replacements;

    AlertNews(AlertFeed feed, Streams streams, Replacements replacements) {
        this.feed = feed;
        this.streams = streams;
        this.replacements = replacements;
    }

    void start(@Observes StartupEvent event) {
        replacements.listen(this);
    }

    @Override
    public void replaced(String area) {
        // Of snapshots Streams tells by itself.
    }

    @Override
    public void alerted(String alert) {
        handle(feed.find(alert), found -> found.ifPresent(this::put));
    }

    @Override
    public void resumed() {
        handle(feed.open(), all -> all.forEach(this::put));
    }

    private void put(AlertFeed.Item item) {
        streams.alert(item.area(), item.id(), item.json());
    }

    private static <T> void handle(Uni<T> read, Consumer<T> use) {
        read.subscribe()
                .with(use, failure -> LOG.warnf("an alert was not told on the stream: %s", failure.getMessage()));
    }
}
