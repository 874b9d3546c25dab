package nl.buurtpuls.report.stream;

import io.quarkus.runtime.StartupEvent;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Clock;
import java.time.Duration;
import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import nl.buurtpuls.report.alert.AlertFeed;
import nl.buurtpuls.report.current.Replacements;
import org.jboss.logging.Logger;

/** Hands alerts to the stream as they begin and change, whichever instance of this service changes them. */
@ApplicationScoped
class AlertNews implements Replacements.Listener {

    private static final Logger LOG = Logger.getLogger(AlertNews.class);

    /** What is over for longer was told by then, or is read where alerts are read. */
    private static final Duration LATELY = Duration.ofDays(1);

    private static final Duration AFTER_FAILURE = Duration.ofSeconds(2);

    private final AlertFeed feed;
    private final Streams streams;
    private final Replacements replacements;
    private final Clock clock;

    /** What follows is guarded by this object: whether any alert may have changed, those that have, and whether some are being read. */
    private boolean allWanted;

    private final Set<String> changed = new LinkedHashSet<>();
    private boolean reading;

    AlertNews(AlertFeed feed, Streams streams, Replacements replacements, Clock clock) {
        this.feed = feed;
        this.streams = streams;
        this.replacements = replacements;
        this.clock = clock;
    }

    void start(@Observes StartupEvent event) {
        replacements.listen(this);
    }

    @Override
    public void replaced(String area) {
        // Of snapshots Streams tells by itself.
    }

    @Override
    public synchronized void alerted(String alert) {
        changed.add(alert);
        readNext();
    }

    /** What ended while nothing was told, or before this instance started, is told too. */
    @Override
    public synchronized void resumed() {
        allWanted = true;
        readNext();
    }

    /** One after the other: of an alert that changes twice, the first reading must not come last. */
    private synchronized void readNext() {
        if (reading || !allWanted && changed.isEmpty()) {
            return;
        }
        reading = true;
        next().subscribe()
                .with(
                        found -> {
                            found.forEach(this::put);
                            read();
                        },
                        this::readAllLater);
    }

    private void readAllLater(Throwable failure) {
        LOG.warnf("alerts wait to be told on the stream: %s", failure.getMessage());
        Uni.createFrom()
                .voidItem()
                .onItem()
                .delayIt()
                .by(AFTER_FAILURE)
                .subscribe()
                .with(any -> {
                    synchronized (this) {
                        allWanted = true;
                        read();
                    }
                });
    }

    private Uni<List<AlertFeed.Item>> next() {
        if (allWanted) {
            allWanted = false;
            return feed.openOrChangedSince(clock.instant().minus(LATELY));
        }
        Iterator<String> first = changed.iterator();
        String alert = first.next();
        first.remove();
        return feed.find(alert).map(found -> found.stream().toList());
    }

    private synchronized void read() {
        reading = false;
        readNext();
    }

    private void put(AlertFeed.Item item) {
        streams.alert(item.area(), item.id(), item.json());
    }
}
