package nl.buurtpuls.local.postgres;

import io.zonky.test.db.postgres.util.LinuxUtils;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import nl.buurtpuls.local.process.Command;
import nl.buurtpuls.local.process.DataFolder;
import nl.buurtpuls.local.process.Part;
import nl.buurtpuls.local.process.StartFailure;

/**
 * A PostgreSQL server with one database, whose data stay in the data folder. It listens on localhost only and trusts who
 * connects from there: it is for trying things out on one machine.
 */
public final class Postgres implements AutoCloseable {
    /** The name of its log and pid file. */
    public static final String NAME = "postgres";

    public static final String USER = "postgres";
    public static final String PASSWORD = "postgres";
    public static final String DATABASE = "buurtpuls";

    private static final Duration START_LIMIT = Duration.ofSeconds(60);
    private static final Duration STOP_LIMIT = Duration.ofSeconds(20);

    private final Part part;
    private final int port;

    private Postgres(Part part, int port) {
        this.part = part;
        this.port = port;
    }

    /**
     * Prepares a server and does not start it yet. The folder must have been {@linkplain DataFolder#prepare() prepared}.
     *
     * @param port on localhost
     */
    public static Postgres on(DataFolder folder, int port) {
        PostgresBinaries binaries = PostgresBinaries.in(folder.postgres().resolve("binaries"));
        Path cluster = folder.postgres().resolve("data");
        initialise(folder, binaries, cluster);
        List<String> words = new ArrayList<>(List.of(binaries.program("postgres"), "-D", cluster.toString()));
        settings(port).forEach((name, value) -> words.addAll(List.of("-c", name + "=" + value)));
        // INT is the "fast" shutdown: it ends sessions in good order and does not wait for clients to leave.
        Command command = new Command(NAME, asOrdinaryUser(words), Map.of(), "INT", STOP_LIMIT);
        return new Postgres(new Part(command, folder, () -> answers(port)), port);
    }

    /** Starts the server and waits until its database can be used. */
    public Postgres start() throws InterruptedException {
        part.start();
        awaitReady();
        return this;
    }

    /**
     * Waits until the server, started by way of its {@link #part}, answers, and makes the database if it is not there.
     */
    public void awaitReady() throws InterruptedException {
        part.awaitReady(START_LIMIT);
        try (Connection connection = connect(port, "postgres");
                Statement statement = connection.createStatement();
                ResultSet found =
                        statement.executeQuery("SELECT 1 FROM pg_database WHERE datname = '" + DATABASE + "'")) {
            if (!found.next()) {
                try (Statement create = connection.createStatement()) {
                    create.execute("CREATE DATABASE " + DATABASE);
                }
            }
        } catch (SQLException e) {
            throw StartFailure.failed("The database " + DATABASE + " cannot be made: " + e.getMessage());
        }
    }

    public String jdbcUrl() {
        return "jdbc:" + reactiveUrl();
    }

    /** The address for clients that are not JDBC. */
    public String reactiveUrl() {
        return "postgresql://localhost:" + port + "/" + DATABASE;
    }

    /** A connection to the database; the caller closes it. */
    public Connection connect() throws SQLException {
        return connect(port, DATABASE);
    }

    /** The process: to kill it, to start it again, to measure it. */
    public Part part() {
        return part;
    }

    @Override
    public void close() {
        part.close();
    }

    static Map<String, String> settings(int port) {
        return Map.of(
                "port", Integer.toString(port),
                "listen_addresses", "localhost",
                // No socket files: several stacks may run beside each other, and who asks comes by TCP.
                "unix_socket_directories", "",
                "shared_buffers", "256MB",
                "max_wal_size", "2GB");
    }

    private static void initialise(DataFolder folder, PostgresBinaries binaries, Path cluster) {
        if (Files.exists(cluster)) {
            return;
        }
        // Made beside its place and moved there when whole: an attempt that was cut short is never taken for a
        // database.
        Path attempt = cluster.resolveSibling("unfinished");
        folder.remove(attempt);
        File log = folder.log(NAME).toFile();
        List<String> words = asOrdinaryUser(List.of(
                binaries.program("initdb"),
                "-D",
                attempt.toString(),
                "-U",
                USER,
                "-A",
                "trust",
                "-E",
                "UTF8",
                "--no-locale"));
        try {
            int exit = new ProcessBuilder(words)
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.appendTo(log))
                    .start()
                    .waitFor();
            if (exit != 0) {
                throw StartFailure.failed(
                        "PostgreSQL cannot prepare its data folder (exit code " + exit + "): see " + log + ".");
            }
            Files.move(attempt, cluster);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw StartFailure.failed("The start was interrupted.");
        }
    }

    /**
     * PostgreSQL refuses to run as root. In a user namespace of its own it is nobody in particular, and still owns its
     * files.
     */
    private static List<String> asOrdinaryUser(List<String> words) {
        if (!System.getProperty("user.name").equals("root")) {
            return words;
        }
        if (!LinuxUtils.isUnshareAvailable()) {
            throw StartFailure.notStarted("PostgreSQL does not run as root, and this machine allows no user namespaces"
                    + " (unshare -U): start as an ordinary user.");
        }
        List<String> all = new ArrayList<>(List.of("unshare", "-U"));
        all.addAll(words);
        return all;
    }

    private static boolean answers(int port) {
        try (Connection connection = connect(port, "postgres")) {
            return connection.isValid(2);
        } catch (SQLException e) {
            return false;
        }
    }

    private static Connection connect(int port, String database) throws SQLException {
        return DriverManager.getConnection("jdbc:postgresql://localhost:" + port + "/" + database, USER, PASSWORD);
    }
}
