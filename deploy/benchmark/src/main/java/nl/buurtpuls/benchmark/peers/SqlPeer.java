package nl.buurtpuls.benchmark.peers;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import nl.buurtpuls.benchmark.recount.Cell;
import nl.buurtpuls.benchmark.recount.Cells;
import nl.buurtpuls.benchmark.recount.Figure;

/**
 * A database that has the mutations in a table and makes all figures anew from them whenever somebody wants them current.
 * The statement is the same for both databases: {@code recomputation.sql}.
 */
final class SqlPeer implements Peer {
    private static final int ATTEMPTS = 3;

    private final String name;
    private final Connection connection;
    private final Load load;
    private final Inbox inbox;
    private final String recomputation;

    /** How rows get into the table {@code mutation}. */
    @FunctionalInterface
    interface Load {
        void into(Connection connection, List<Mutation> rows) throws SQLException, IOException;
    }

    /**
     * @param inbox with all that there is in it
     */
    SqlPeer(String name, Connection connection, Load load, Inbox inbox) {
        this.name = name;
        this.connection = connection;
        this.load = load;
        this.inbox = inbox;
        try (var text = SqlPeer.class.getResourceAsStream("recomputation.sql")) {
            recomputation = new String(text.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public Duration begin() {
        long start = System.nanoTime();
        execute("CREATE TABLE mutation (id VARCHAR, person VARCHAR, kind VARCHAR, day DATE, logged TIMESTAMP,"
                + " detail VARCHAR)");
        execute("CREATE TABLE cell (buurt VARCHAR, figure VARCHAR, day DATE, value BIGINT)");
        catchUp();
        return Duration.ofNanos(System.nanoTime() - start);
    }

    @Override
    public void catchUp() {
        try {
            connection.setAutoCommit(false);
            load.into(connection, inbox.read());
            execute("DELETE FROM cell");
            execute(recomputation);
            connection.commit();
        } catch (SQLException e) {
            throw new IllegalStateException(name + " cannot count", e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public Optional<Long> awaitCell(Cell cell, long value) {
        for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
            catchUp();
            if (value(cell) == value) {
                return Optional.of(System.nanoTime());
            }
        }
        return Optional.empty();
    }

    private long value(Cell cell) {
        try (var select = connection.prepareStatement(
                "SELECT value FROM cell WHERE buurt = ? AND figure = ? AND day = CAST(? AS DATE)")) {
            select.setString(1, cell.buurt());
            select.setString(2, cell.figure().name());
            select.setString(3, cell.day().toString());
            try (ResultSet row = select.executeQuery()) {
                return row.next() ? row.getLong(1) : 0;
            }
        } catch (SQLException e) {
            throw new IllegalStateException(name + " does not tell " + cell, e);
        }
    }

    @Override
    public Cells cells() {
        Cells cells = new Cells();
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("SELECT buurt, figure, CAST(day AS VARCHAR), value FROM cell")) {
            while (row.next()) {
                cells.put(
                        new Cell(row.getString(1), Figure.valueOf(row.getString(2)), LocalDate.parse(row.getString(3))),
                        row.getLong(4));
            }
            return cells;
        } catch (SQLException e) {
            throw new IllegalStateException(name + " does not tell its figures", e);
        }
    }

    private void execute(String sql) {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException e) {
            throw new IllegalStateException(name + " refused: " + sql, e);
        }
    }

    @Override
    public void close() {
        inbox.close();
        try {
            connection.close();
        } catch (SQLException e) {
            throw new IllegalStateException(name + " cannot be closed", e);
        }
    }
}
