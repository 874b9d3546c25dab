package nl.buurtpuls.report.current;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.runtime.Startup;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import nl.buurtpuls.contract.indicator.Indicator;
import nl.buurtpuls.contract.snapshot.Point;
import nl.buurtpuls.contract.snapshot.Snapshot;
import org.jboss.logging.Logger;

/**
 * One figure of many areas as they stand now, from memory: what a ranking or a map of today is made of. The country's
 * fifteen thousand buurten take some 130 MB. Snapshots that are replaced are read again within some hundredths of a
 * second.
 */
@ApplicationScoped
@Startup // so that it has read them before it is asked
public class CurrentFigures implements Replacements.Listener {

    private static final Logger LOG = Logger.getLogger(CurrentFigures.class);

    private static final Duration FIRST_PAUSE = Duration.ofMillis(200);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(5);

    private static final int AT_ONCE = 500;
    private static final String NEXT = "select area, body from snapshot where area > $1 order by area limit " + AT_ONCE;
    private static final String THESE = "select area, body from snapshot where area = any($1)";

    private final Pool pool;
    private final ObjectMapper json;
    private final Replacements replacements;

    private final Map<String, CurrentNumbers> numbers = new ConcurrentHashMap<>();

    /** What follows is guarded by this object: areas that were replaced, and what is being read. */
    private final Set<String> replaced = new LinkedHashSet<>(); // in turn, so that none waits for ever

    private boolean reading;
    private int generation;
    private volatile boolean complete;

    CurrentFigures(Pool pool, ObjectMapper json, Replacements replacements) {
        this.pool = pool;
        this.json = json;
        this.replacements = replacements;
        replacements.listen(this);
    }

    /** The figures that are at hand and of the date; those of other areas must be read from the ledger. */
    public Map<String, Point> of(Collection<String> areas, Indicator indicator, LocalDate date) {
        if (!complete || !replacements.areTold()) {
            return Map.of();
        }
        Map<String, Point> points = new HashMap<>();
        for (String area : areas) {
            CurrentNumbers its = numbers.get(area);
            if (its != null && its.date().equals(date)) {
                points.put(area, its.point(indicator));
            }
        }
        return points;
    }

    @Override
    public synchronized void replaced(String area) {
        replaced.add(area);
        if (complete) {
            readReplaced();
        }
    }

    @Override
    public synchronized void resumed() {
        complete = false;
        // An area may be without figures now.
        numbers.clear();
        generation++;
        readAllAfter("", generation);
    }

    private synchronized void readAllAfter(String area, int asOf) {
        if (asOf == generation) {
            read(NEXT, Tuple.of(area), asOf).subscribe().with(read -> {
                if (read.size() == AT_ONCE) {
                    readAllAfter(read.get(AT_ONCE - 1), asOf);
                } else {
                    completed(asOf);
                }
            });
        }
    }

    private synchronized void completed(int asOf) {
        if (asOf == generation) {
            complete = true;
            reading = false;
            readReplaced();
        }
    }

    private synchronized void readReplaced() {
        if (reading || replaced.isEmpty()) {
            return;
        }
        reading = true;
        int asOf = generation;
        String[] areas = replaced.stream().limit(AT_ONCE).toArray(String[]::new);
        replaced.removeAll(List.of(areas));
        read(THESE, Tuple.tuple().addArrayOfString(areas), asOf).subscribe().with(read -> completed(asOf));
    }

    /** Keeps the figures that are read, and gives their areas in the order in which they came. */
    private Uni<List<String>> read(String query, Tuple parameters, int asOf) {
        return pool.preparedQuery(query)
                .execute(parameters)
                .onFailure()
                .invoke(failure -> LOG.warnf("current figures wait for the database: %s", failure.getMessage()))
                .onFailure()
                .retry()
                .withBackOff(FIRST_PAUSE, LONGEST_PAUSE)
                .indefinitely()
                .emitOn(Infrastructure.getDefaultWorkerPool())
                .map(rows -> keep(rows, asOf));
    }

    private List<String> keep(RowSet<Row> rows, int asOf) {
        List<String> areas = new ArrayList<>();
        Map<String, CurrentNumbers> read = new HashMap<>();
        for (Row row : rows) {
            String area = row.getString("area");
            areas.add(area);
            try {
                read.put(area, new CurrentNumbers(json.readValue(row.getString("body"), Snapshot.class)));
            } catch (JsonProcessingException e) {
                LOG.warnf("the stored snapshot of %s cannot be read: %s", area, e.getMessage());
            }
        }
        synchronized (this) {
            // What was asked for before a break is of before it, and newer may be here.
            if (asOf == generation) {
                numbers.putAll(read);
            }
        }
        return areas;
    }
}
