package nl.buurtpuls.benchmark.peers;

import java.io.StringReader;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.stream.Collectors;
import nl.buurtpuls.local.postgres.Postgres;
import org.duckdb.DuckDBAppender;
import org.duckdb.DuckDBConnection;
import org.postgresql.PGConnection;

/** The databases that make everything anew, each loaded by its own fastest way. */
final class Databases {
    private Databases() {}

    /** The PostgreSQL of a stack, in a schema of its own. */
    static SqlPeer postgres(Postgres postgres, Inbox inbox) throws SQLException {
        Connection connection = postgres.connect();
        try (Statement statement = connection.createStatement()) {
            statement.execute("CREATE SCHEMA peer");
            statement.execute("SET search_path = peer");
            // What whoever runs such a statement gives it, so that it sorts in memory.
            statement.execute("SET work_mem = '128MB'");
        }
        return new SqlPeer(
                "PostgreSQL, all anew",
                connection,
                (to, rows) -> to.unwrap(PGConnection.class)
                        .getCopyAPI()
                        .copyIn(
                                "COPY mutation FROM STDIN",
                                new StringReader(rows.stream()
                                        .map(row -> row.line() + "\n")
                                        .collect(Collectors.joining()))),
                inbox);
    }

    /** DuckDB in this JVM, in memory. */
    static SqlPeer duckDb(Inbox inbox) throws SQLException {
        return new SqlPeer(
                "DuckDB, all anew",
                DriverManager.getConnection("jdbc:duckdb:"),
                (to, rows) -> {
                    try (DuckDBAppender appender = to.unwrap(DuckDBConnection.class)
                            .createAppender(DuckDBConnection.DEFAULT_SCHEMA, "mutation")) {
                        for (Mutation row : rows) {
                            appender.beginRow();
                            appender.append(row.id());
                            appender.append(row.person());
                            appender.append(row.kind().name());
                            appender.append(row.day());
                            appender.append(LocalDateTime.ofInstant(row.time(), ZoneOffset.UTC));
                            appender.append(row.detail());
                            appender.endRow();
                        }
                    }
                },
                inbox);
    }
}
