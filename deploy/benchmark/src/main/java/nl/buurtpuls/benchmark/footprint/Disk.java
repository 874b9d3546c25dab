package nl.buurtpuls.benchmark.footprint;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.ExecutionException;
import nl.buurtpuls.local.postgres.Postgres;
import org.apache.kafka.clients.admin.Admin;

/** What data take on disk, in bytes. */
final class Disk {
    private Disk() {}

    /** The log segments of each topic; the broker's own index files, which it makes larger than they are, are left out. */
    static SortedMap<String, Long> topics(Admin admin) throws InterruptedException {
        try {
            List<Integer> brokers = admin.describeCluster().nodes().get().stream()
                    .map(node -> node.id())
                    .toList();
            SortedMap<String, Long> sizes = new TreeMap<>();
            admin.describeLogDirs(brokers).allDescriptions().get().values().stream()
                    .flatMap(folders -> folders.values().stream())
                    .flatMap(folder -> folder.replicaInfos().entrySet().stream())
                    .forEach(replica -> sizes.merge(
                            replica.getKey().topic(), replica.getValue().size(), Long::sum));
            return sizes;
        } catch (ExecutionException e) {
            throw new IllegalStateException("the broker does not tell the sizes of its topics", e);
        }
    }

    /** The tables and indexes of the database, without the server's write-ahead log. */
    static long database(Postgres postgres) {
        try (Connection connection = postgres.connect();
                Statement statement = connection.createStatement();
                ResultSet size = statement.executeQuery("SELECT pg_database_size(current_database())")) {
            size.next();
            return size.getLong(1);
        } catch (SQLException e) {
            throw new IllegalStateException("PostgreSQL does not tell the size of its database", e);
        }
    }
}
