package nl.buurtpuls.report.testing;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Starts Kafka and PostgreSQL for the service under test. The service reaches PostgreSQL by a line that tests can cut. */
public final class RealParts implements QuarkusTestResourceLifecycleManager {

    private @Nullable Path folder;
    private @Nullable Broker broker;
    private @Nullable EmbeddedPostgres postgres;
    private @Nullable Line line;

    @Override
    public Map<String, String> start() {
        try {
            folder = Files.createTempDirectory("buurtpuls-report");
            broker = Broker.start(folder);
            postgres = EmbeddedPostgres.builder().start();
            line = Line.to(postgres.getPort());
            Map<String, String> settings = new HashMap<>(Keys.settings());
            settings.put("kafka.bootstrap.servers", broker.bootstrapServers());
            settings.put("quarkus.datasource.reactive.url", "postgresql://localhost:" + line.port() + "/postgres");
            settings.put("quarkus.datasource.jdbc.url", "jdbc:postgresql://localhost:" + line.port() + "/postgres");
            return settings;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void inject(TestInjector injector) {
        injector.injectIntoFields(line, new TestInjector.MatchesType(Line.class));
    }

    @Override
    public void stop() {
        try {
            if (broker != null) {
                broker.close();
            }
            if (line != null) {
                line.close();
            }
            if (postgres != null) {
                postgres.close();
            }
            if (folder != null) {
                delete(folder);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void delete(Path folder) throws IOException {
        List<Path> deepestFirst;
        try (Stream<Path> files = Files.walk(folder)) {
            deepestFirst = files.sorted(Comparator.reverseOrder()).toList();
        }
        for (Path file : deepestFirst) {
            Files.delete(file);
        }
    }
}
