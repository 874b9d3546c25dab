package nl.buurtpuls.report.stream;

import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.Set;
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

    /** What follows is guarded by this object: alerts that have changed, each once, and whether one is being read. */
    private final Set<String> changed = new LinkedHashSet<>();

    private boolean reading;

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

    /** One after the other: of an alert that changes twice, the first reading must not come last. */
    @Override
    public synchronized void alerted(String alert) {
        changed.add(alert);
        if (!reading) {
            readNext();
        }
    }

    private synchronized void readNext() {
        Iterator<String> next = changed.iterator();
        reading = next.hasNext();
        if (reading) {
            String alert = next.next();
            next.remove();
            feed.find(alert)
                    .subscribe()
                    .with(
                            found -> {
                                found.ifPresent(this::put);
                                readNext();
                            },
                            failure -> {
                                untold(failure);
                                readNext();
                            });
        }
    }

    @Override
    public void resumed() {
        feed.open().subscribe().with(all -> all.forEach(this::put), AlertNews::untold);
    }

    private void put(AlertFeed.Item item) {
        streams.alert(item.area(), item.id(), item.json());
    }

    private static void untold(Throwable failure) {
        LOG.warnf("an alert was not told on the stream: %s", failure.getMessage());
    }
}
