package nl.buurtpuls.local.stack;

import java.nio.file.Path;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import nl.buurtpuls.local.postgres.Postgres;
import nl.buurtpuls.local.process.DataFolder;
import nl.buurtpuls.local.token.Tokens;

/** The three services: what each is called, where it listens, how much memory it gets and what it must be told. */
public enum Service {
    INGEST("ingest-service", 8081, "-Xmx200m") {
        @Override
        Map<String, String> settings(DataFolder folder, Ports ports) {
            return with(tokens(folder), Map.of("BUURTPULS_PERSON_SECRET", folder.secret("person")));
        }
    },
    INDICATOR("indicator-service", 8082, "-Xmx1g") {
        @Override
        Map<String, String> settings(DataFolder folder, Ports ports) {
            return Map.of("BUURTPULS_STATE_DIR", folder.indicatorState().toString());
        }
    },
    REPORT("report-service", 8083, "-Xmx768m") {
        @Override
        Map<String, String> settings(DataFolder folder, Ports ports) {
            String database = "postgresql://localhost:" + ports.postgres() + "/" + Postgres.DATABASE;
            return with(
                    tokens(folder),
                    Map.of(
                            "QUARKUS_DATASOURCE_REACTIVE_URL",
                            database,
                            "QUARKUS_DATASOURCE_JDBC_URL",
                            "jdbc:" + database,
                            "QUARKUS_DATASOURCE_USERNAME",
                            Postgres.USER,
                            "QUARKUS_DATASOURCE_PASSWORD",
                            Postgres.PASSWORD,
                            "BUURTPULS_DISCLOSURE_SECRET",
                            folder.secret("disclosure"),
                            "BUURTPULS_ACCESS_ANONYMOUS",
                            "true",
                            "BUURTPULS_ALERTS_WEBHOOK_SECRET",
                            folder.secret("webhook"),
                            // For trying: whoever receives runs on the same machine.
                            "BUURTPULS_ALERTS_PRIVATE_WEBHOOKS",
                            "true"));
        }
    };

    /** Stands beside the program: its classes as they are loaded, by names within the folder, for a short start. */
    public static final String CLASSES = "app-cds.jsa";

    private final String processName;
    private final int usualPort;
    private final String heap;

    Service(String processName, int usualPort, String heap) {
        this.processName = processName;
        this.usualPort = usualPort;
        this.heap = heap;
    }

    /** The name of its module, its log and its pid file; for two of them also of their consumer group. */
    public String processName() {
        return processName;
    }

    int usualPort() {
        return usualPort;
    }

    String heap() {
        return heap;
    }

    /** The program, as its build leaves it. */
    public Path jar(Path home) {
        return home.resolve(processName)
                .resolve("target")
                .resolve("quarkus-app")
                .resolve("quarkus-run.jar");
    }

    private static Map<String, String> tokens(DataFolder folder) {
        Map<String, String> variables = new HashMap<>();
        Tokens.of(folder, InstantSource.system())
                .settings()
                .forEach((property, value) ->
                        variables.put(property.toUpperCase(Locale.ROOT).replace('.', '_'), value));
        return variables;
    }

    private static Map<String, String> with(Map<String, String> some, Map<String, String> others) {
        Map<String, String> all = new HashMap<>(some);
        all.putAll(others);
        return all;
    }

    /** What this service alone is told, as environment variables. */
    abstract Map<String, String> settings(DataFolder folder, Ports ports);
}
