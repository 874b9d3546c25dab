package nl.buurtpuls.report.ledger;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import nl.buurtpuls.report.generation.WrittenGeneration;

/**
 * Writes cells, thousands in a statement: the columns go over as arrays. Hibernate has no fast form for that, so this and
 * the reading of sums use the driver that Hibernate Reactive stands on.
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

    /** Until the end of the transaction; the number stands for writing to the ledger. */
    private static final String LOCK = "select pg_advisory_xact_lock(917)";

    private final Pool pool;
    private final String alone;
    private final Dictionary areas = new Dictionary("area", "code");
    private final Dictionary series = new Dictionary("series", "name");

    LedgerWriter(Pool pool, WrittenGeneration generation) {
        this.pool = pool;
        this.alone = LOCK + "; " + generation.entering();
    }

    /** A cell with the numbers that stand for its names. */
    private record Row(int area, short series, int day, int otherDay, long n, long version) {

        /**
         * The order of the tables' keys: all writers lock rows in it, so that none waits for another that waits for it,
         * and what lies together in the index is touched together. Of one cell the newest value comes last.
         */
        static final Comparator<Row> ORDER = Comparator.comparingInt(Row::area)
                .thenComparingInt(Row::series)
                .thenComparingInt(Row::day)
                .thenComparingInt(Row::otherDay)
                .thenComparingLong(Row::version);

        boolean isOfSameCellAs(Row other) {
            return area == other.area && series == other.series && day == other.day && otherDay == other.otherDay;
        }
    }

    /** Writes cells, all or none. Of values of the same cell the one of the highest version holds. */
    Uni<Void> write(Collection<Cell> cells) {
        if (cells.isEmpty()) {
            return Uni.createFrom().voidItem();
        }
        return areas.learn(pool, cells.stream().map(Cell::area))
                .chain(() -> series.learn(pool, cells.stream().map(Cell::series)))
                .chain(() -> {
                    List<Row> flat = new ArrayList<>(cells.size());
                    List<Row> plane = new ArrayList<>();
                    cells.forEach(cell -> (cell.otherDay() == null ? flat : plane).add(row(cell)));
                    return pool.withTransaction(connection -> aloneAtIt(connection)
                            .chain(() -> writeFlat(connection, newest(flat)))
                            .chain(() -> writePlane(connection, newest(plane))));
                });
    }

    private Row row(Cell cell) {
        return new Row(
                areas.number(cell.area()),
                (short) series.number(cell.series()),
                cell.day(),
                cell.otherDay() == null ? 0 : cell.otherDay(),
                cell.n(),
                cell.version());
    }

    /**
     * Waits for other instances that write now. The sums of months are changed in the order in which cells are new or
     * changed, so two at a time could wait for each other.
     */
    private Uni<Void> aloneAtIt(SqlConnection connection) {
        return connection.query(alone).execute().replaceWithVoid();
    }

    private static List<Row> newest(List<Row> rows) {
        rows.sort(Row.ORDER);
        List<Row> newest = new ArrayList<>(rows.size());
        for (int i = 0; i < rows.size(); i++) {
            boolean last = i + 1 == rows.size() || !rows.get(i).isOfSameCellAs(rows.get(i + 1));
            if (last) {
                newest.add(rows.get(i));
            }
        }
        return newest;
    }

    private static Uni<Void> writeFlat(SqlConnection connection, List<Row> rows) {
        return rows.isEmpty()
                ? Uni.createFrom().voidItem()
                : connection
                        .preparedQuery(CELLS)
                        .execute(Tuple.tuple()
                                .addArrayOfInteger(rows.stream().map(Row::area).toArray(Integer[]::new))
                                .addArrayOfShort(rows.stream().map(Row::series).toArray(Short[]::new))
                                .addArrayOfInteger(rows.stream().map(Row::day).toArray(Integer[]::new))
                                .addArrayOfLong(rows.stream().map(Row::n).toArray(Long[]::new))
                                .addArrayOfLong(rows.stream().map(Row::version).toArray(Long[]::new)))
                        .replaceWithVoid();
    }

    private static Uni<Void> writePlane(SqlConnection connection, List<Row> rows) {
        return rows.isEmpty()
                ? Uni.createFrom().voidItem()
                : connection
                        .preparedQuery(PLANE_CELLS)
                        .execute(Tuple.tuple()
                                .addArrayOfInteger(rows.stream().map(Row::area).toArray(Integer[]::new))
                                .addArrayOfShort(rows.stream().map(Row::series).toArray(Short[]::new))
                                .addArrayOfInteger(rows.stream().map(Row::day).toArray(Integer[]::new))
                                .addArrayOfInteger(
                                        rows.stream().map(Row::otherDay).toArray(Integer[]::new))
                                .addArrayOfLong(rows.stream().map(Row::n).toArray(Long[]::new))
                                .addArrayOfLong(rows.stream().map(Row::version).toArray(Long[]::new)))
                        .replaceWithVoid();
    }
}
