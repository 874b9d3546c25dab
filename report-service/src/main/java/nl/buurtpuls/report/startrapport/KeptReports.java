package nl.buurtpuls.report.startrapport;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import nl.buurtpuls.report.indicator.Language;
import org.jspecify.annotations.Nullable;

/**
 * The reports last asked for, each with the state of the database that it was written from. A report is read several times
 * over: as a page, then its PDF, then by a colleague. While nothing is written it needs to be made once.
 */
final class KeptReports {

    private static final int MOST = 50;

    private final Map<Key, Kept> reports = new LinkedHashMap<>(16, 0.75f, true);

    /**
     * Which report.
     *
     * @param exact whether it is for readers of exact figures
     */
    record Key(String area, LocalDate date, Language language, boolean exact) {}

    private record Kept(String state, StartReport report) {}

    /** The report, if it is kept and the state is still that which it was written from. */
    synchronized @Nullable StartReport find(Key key, String state) {
        Kept kept = reports.get(key);
        return kept != null && kept.state().equals(state) ? kept.report() : null;
    }

    /** Keeps a report; of too many, the one not asked for longest goes. */
    synchronized void keep(Key key, String state, StartReport report) {
        reports.put(key, new Kept(state, report));
        if (reports.size() > MOST) {
            reports.remove(reports.keySet().iterator().next());
        }
    }
}
