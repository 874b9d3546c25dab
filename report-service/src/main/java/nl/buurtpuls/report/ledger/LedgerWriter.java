package nl.buurtpuls.report.ledger;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import nl.buurtpuls.contract.indicator.LedgerKey;
import nl.buurtpuls.contract.indicator.Measure;

/**
 * Writes cells, thousands in a statement: the columns go over as arrays. Hibernate has no form for that, so this and the
 * reading of sums use the driver that Hibernate Reactive stands on.
 */
@ApplicationScoped
public class LedgerWriter {

    private static final String CELLS = "insert into cell as c (area, series, day, n, version)"
            + " select * from unnest($1::int[], $2::smallint[], $3::int[], $4::bigint[], $5::bigint[])"
            + " on conflict (area, series, day) do update set n = excluded.n, version = excluded.version"
            + " where excluded.version > c.version";
    private static final String PLANE_CELLS = "insert into plane_cell as c (area, series, day, other_day, n, version)"
            + " select * from unnest($1::int[], $2::smallint[], $3::int[], $4::int[], $5::bigint[], $6::bigint[])"
            + " on conflict (area, series, day, other_day) do update set n = excluded.n, version = excluded.version"
            + " where excluded.version > c.version";

    /** One order for all writers, so that none waits for another that waits for it. */
    private static final Comparator<Cell> ORDER = Comparator.comparing(
                    (Cell cell) -> cell.key().area())
            .thenComparing(cell -> cell.key().measure())
            .thenComparing(cell -> cell.key().dimension())
            .thenComparing(cell -> cell.key().day());

    private final Pool pool;
    private final Dictionary areas = new Dictionary("area", "code");
    private final Dictionary series = new Dictionary("series", "name");

    LedgerWriter(Pool pool) {
        this.pool = pool;
    }

    /**
     * A cell's value.
     *
     * @param version offset in the ledger topic: of two values the one of the higher version holds
     */
    public record Cell(LedgerKey key, long value, long version) {
        boolean isPlane() {
            return key.measure().kind() == Measure.Kind.PLANE;
        }

        String series() {
            return isPlane() ? key.measure().id() : key.measure().id() + "|" + key.dimension();
        }
    }

    /** Writes cells, at most one a key, all or none. */
    public Uni<Void> write(Collection<Cell> cells) {
        if (cells.isEmpty()) {
            return Uni.createFrom().voidItem();
        }
        List<Cell> flat = new ArrayList<>();
        List<Cell> plane = new ArrayList<>();
        cells.stream().sorted(ORDER).forEach(cell -> (cell.isPlane() ? plane : flat).add(cell));
        return areas.learn(pool, cells.stream().map(cell -> cell.key().area()).toList())
                .chain(() -> series.learn(pool, cells.stream().map(Cell::series).toList()))
                .chain(() -> pool.withTransaction(connection ->
                        write(connection, flat, CELLS).chain(() -> write(connection, plane, PLANE_CELLS))));
    }

    private Uni<Void> write(SqlConnection connection, List<Cell> cells, String sql) {
        if (cells.isEmpty()) {
            return Uni.createFrom().voidItem();
        }
        boolean plane = cells.get(0).isPlane();
        int size = cells.size();
        Integer[] area = new Integer[size];
        Short[] line = new Short[size];
        Integer[] day = new Integer[size];
        Integer[] otherDay = new Integer[size];
        Long[] n = new Long[size];
        Long[] version = new Long[size];
        for (int i = 0; i < size; i++) {
            Cell cell = cells.get(i);
            area[i] = areas.number(cell.key().area());
            line[i] = (short) series.number(cell.series());
            day[i] = (int) cell.key().day().toEpochDay();
            otherDay[i] = plane ? (int) LocalDate.parse(cell.key().dimension()).toEpochDay() : 0;
            n[i] = cell.value();
            version[i] = cell.version();
        }
        Tuple columns =
                Tuple.tuple().addArrayOfInteger(area).addArrayOfShort(line).addArrayOfInteger(day);
        if (plane) {
            columns.addArrayOfInteger(otherDay);
        }
        columns.addArrayOfLong(n).addArrayOfLong(version);
        return connection.preparedQuery(sql).execute(columns).replaceWithVoid();
    }
}
