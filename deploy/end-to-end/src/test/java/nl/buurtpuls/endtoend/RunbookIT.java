package nl.buurtpuls.endtoend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import nl.buurtpuls.contract.event.Event;
import nl.buurtpuls.contract.indicator.Measure;
import nl.buurtpuls.contract.indicator.Series;
import nl.buurtpuls.local.process.Progress;
import nl.buurtpuls.local.stack.Stack;
import nl.buurtpuls.local.stack.StackOptions;
import nl.buurtpuls.oracle.Worlds.Mode;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;

/**
 * {@code docs/operations.md}, followed to the letter on a stack of its own: everything is saved, lost and restored; then every
 * figure is made anew beside those that are read, and switched to.
 */
@Order(10)
class RunbookIT {

    private static final long SEED = 20261129;
    private static final String RULE = "after-the-loss";
    private static final Duration SOON = Duration.ofSeconds(60);
    private static final LocalDate DATE = LocalDate.parse("2021-03-01");

    @Test
    void whatIsLostIsRestoredAndWhatIsWrongIsMadeAnewWhileItIsRead() throws Exception {
        assumeTrue(isThere("psql"), "the Debian package postgresql-client, which .ci/run installs");
        StackOptions options =
                StackOptions.in(SharedStack.HOME, SharedStack.newFolder("runbook-"), SharedStack.freeOffset());
        try (Stack parts = Stack.start(options, Progress.SILENT);
                Runbook runbook = new Runbook(parts)) {
            Running stack = new Running(parts);
            World world = World.inHeerlen(Mode.MIXED, SEED, 40, 900);
            List<List<Event>> sent = World.parts(world.sent(SEED), 3);

            assertThat(stack.post(sent.get(0)).statusCode()).isEqualTo(202);
            assertThat(stack.post(sent.get(1)).statusCode()).isEqualTo(202);
            assertThat(stack.asAlertAdmin("POST", "/v1/alert-rules", rule()).statusCode())
                    .isEqualTo(201);
            stack.awaitReadable();
            String before = stack.get("/v1/areas/GM0917/snapshot?date=" + DATE).body();
            runbook.follow("backup");
            String secret = parts.data().secret("person");
            loseEverything(parts);

            runbook.follow("restore");
            stack.awaitReadable();
            assertThat(stack.get("/v1/areas/GM0917/snapshot?date=" + DATE).body())
                    .isEqualTo(before);
            assertThat(parts.data().secret("person")).isEqualTo(secret);
            assertThat(stack.get("/v1/alert-rules/" + RULE).statusCode()).isEqualTo(200);

            spoilFigures(parts);
            assertThat(population(stack)).isGreaterThan(10_000);
            runbook.follow("rebuild");
            // Comes while both are up.
            assertThat(stack.post(sent.get(2)).statusCode()).isEqualTo(202);
            stack.awaitReadable();
            runbook.follow("caught up");
            assertThat(population(stack)).as("until it is switched").isGreaterThan(10_000);
            runbook.follow("switch");

            // An instance learns of it moments later, and has some in memory.
            await().atMost(SOON).untilAsserted(() -> assertIsThatOfPlainCounting(stack, world));
            Register register = new Register("GM1669");
            stack.send(register.lives("later", register.buurt(101), LocalDate.parse("2024-01-01")));
            await().atMost(SOON)
                    .ignoreExceptions()
                    .untilAsserted(() -> assertThat(stack.snapshot(register.buurt(101))
                                    .at("/indicators/population/value")
                                    .asInt())
                            .as("goes on")
                            .isEqualTo(1));
        }
    }

    private static boolean isThere(String program) {
        return List.of(System.getenv("PATH").split(":")).stream()
                .anyMatch(folder -> Files.isExecutable(Path.of(folder, program)));
    }

    private static String rule() {
        return "{\"id\":\"" + RULE + "\",\"indicator\":\"population\",\"level\":\"municipality\","
                + "\"direction\":\"above\",\"threshold\":1000,\"severity\":\"warning\"}";
    }

    private static void loseEverything(Stack parts) {
        for (Target target : Target.values()) {
            target.in(parts).kill();
        }
        parts.data().remove(parts.data().kafka().resolve("data"));
        parts.data().remove(parts.data().postgres().resolve("data"));
        parts.data().remove(parts.data().indicatorState());
        parts.data().remove(parts.data().path().resolve("secrets"));
    }

    /** As a fault in how they were made would. */
    private static void spoilFigures(Stack parts) throws SQLException {
        try (Connection connection = parts.postgres().connect();
                Statement statement = connection.createStatement()) {
            statement.execute("update cell set n = n + 10001 where (area, series, day) = (select c.area, c.series, min(c.day)"
                    + " from cell c join area a on a.id = c.area join series s on s.id = c.series"
                    + " where a.code = 'GM0917' and s.name = '" + Series.of(Measure.POPULATION).name()
                    + "' group by 1, 2)");
        }
    }

    private static int population(Running stack) throws IOException, InterruptedException {
        return stack.read("/v1/areas/GM0917/snapshot?date=" + DATE)
                .at("/indicators/population/value")
                .asInt();
    }

    private static void assertIsThatOfPlainCounting(Running stack, World world) throws Exception {
        for (String municipality : world.municipalities()) {
            Recount recount = new Recount(stack, world, municipality);
            recount.assertSnapshots(DATE);
            recount.assertSnapshots(null);
        }
    }
}
