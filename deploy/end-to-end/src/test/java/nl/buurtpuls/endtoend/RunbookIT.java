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
import java.time.LocalDate;
import java.util.List;
import nl.buurtpuls.contract.event.Event;
import nl.buurtpuls.contract.indicator.Measure;
import nl.buurtpuls.contract.indicator.Series;
import nl.buurtpuls.local.process.Progress;
import nl.buurtpuls.local.stack.Stack;
import nl.buurtpuls.local.stack.StackOptions;
import nl.buurtpuls.oracle.Worlds.Mode;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;

/**
 * {@code docs/backup-restore.md}, followed to the letter on a stack of its own: everything is saved, lost and restored; then every
 * figure is made anew beside those that are read, and switched to. {@code deploy/end-to-end/runbook} runs it: the build, which has
 * an hour, does without.
 */
@EnabledIfSystemProperty(named = "buurtpuls.runbook", matches = "true")
@Order(10)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class RunbookIT {

    private static final long SEED = 20261129;
    private static final String RULE = "after-the-loss";
    private static final int TOO_MANY = 10_000;
    private static final LocalDate DATE = LocalDate.parse("2021-03-01");

    private final World world = World.inHeerlen(Mode.MIXED, SEED, 40, 900);
    private final List<List<Event>> sent = World.parts(world.sent(SEED), 3);
    private Stack parts;
    private Running stack;
    private Runbook runbook;

    @BeforeAll
    void start() throws Exception {
        assumeTrue(isThere("psql"), "the Debian package postgresql-client");
        parts = Stack.start(
                StackOptions.in(SharedStack.HOME, SharedStack.newFolder("runbook-"), SharedStack.freeOffset()),
                Progress.SILENT);
        stack = new Running(parts);
        runbook = new Runbook(parts);
        assertThat(stack.post(sent.get(0)).statusCode()).isEqualTo(202);
        assertThat(stack.post(sent.get(1)).statusCode()).isEqualTo(202);
        stack.awaitReadable();
    }

    @AfterAll
    void stop() {
        if (parts != null) {
            runbook.close();
            parts.close();
        }
    }

    @Test
    @Order(1)
    void whatIsLostIsRestored() throws Exception {
        assertThat(stack.asAlertAdmin("POST", "/v1/alert-rules", rule()).statusCode())
                .isEqualTo(201);
        String before = past();
        String secret = parts.data().secret("person");
        runbook.follow("backup");
        loseEverything(parts);

        runbook.follow("restore");

        stack.awaitReadable();
        assertThat(past()).isEqualTo(before);
        assertThat(parts.data().secret("person")).isEqualTo(secret);
        assertThat(stack.get("/v1/alert-rules/" + RULE).statusCode()).isEqualTo(200);
    }

    @Test
    @Order(2)
    void whatIsWrongIsMadeAnewWhileItIsReadAndGoesOn() throws Exception {
        spoilFigures(parts);
        assertThat(population()).isGreaterThan(TOO_MANY);

        runbook.follow("rebuild");
        // Comes while both are up.
        assertThat(stack.post(sent.get(2)).statusCode()).isEqualTo(202);
        stack.awaitReadable();
        runbook.follow("caught up");
        assertThat(population()).as("until it is switched").isGreaterThan(TOO_MANY);
        runbook.follow("switch");

        // An instance learns of it moments later, and has some in memory.
        await().atMost(Patience.LIMIT).untilAsserted(this::assertIsThatOfPlainCounting);
        Register zuidplas = new Register("GM1892");
        stack.send(zuidplas.lives("later", zuidplas.buurt(101), LocalDate.parse("2024-01-01")));
        await().atMost(Patience.LIMIT)
                .untilAsserted(() -> assertThat(stack.snapshot(zuidplas.buurt(101))
                                .at("/indicators/population/value")
                                .asInt())
                        .isEqualTo(1));
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
            statement.execute(
                    "update cell set n = n + 10001 where (area, series, day) = (select c.area, c.series, min(c.day)"
                            + " from cell c join area a on a.id = c.area join series s on s.id = c.series"
                            + " where a.code = 'GM0917' and s.name = '"
                            + Series.of(Measure.POPULATION).name()
                            + "' group by 1, 2)");
        }
    }

    private String past() throws IOException, InterruptedException {
        return stack.get("/v1/areas/GM0917/snapshot?date=" + DATE).body();
    }

    private int population() throws IOException, InterruptedException {
        return stack.read("/v1/areas/GM0917/snapshot?date=" + DATE)
                .at("/indicators/population/value")
                .asInt();
    }

    private void assertIsThatOfPlainCounting() throws Exception {
        for (String municipality : world.municipalities()) {
            Recount recount = new Recount(stack, world, municipality);
            recount.assertSnapshots(DATE);
            recount.assertSnapshots(null);
        }
    }
}
