package nl.buurtpuls.endtoend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.File;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import nl.buurtpuls.contract.access.Roles;
import nl.buurtpuls.local.process.Command;
import nl.buurtpuls.local.process.Part;
import nl.buurtpuls.local.stack.Service;
import nl.buurtpuls.local.stack.Stack;
import nl.buurtpuls.local.stack.StackOptions;
import nl.buurtpuls.local.token.Grant;

/** A stack with a Heerlen of a few thousand people in it, some years long: the least that has something on every page. */
final class SmallHeerlen implements AutoCloseable {

    private static final List<String> SIZE = List.of("--scale", "0.1", "--from", "2020-01-01");
    private static final Duration LOADED_WITHIN = Duration.ofMinutes(3);
    private static final Duration STOP_LIMIT = Duration.ofSeconds(5);

    private final Stack stack;
    private final Running running;

    private SmallHeerlen(Stack stack) {
        this.stack = stack;
        this.running = new Running(stack);
    }

    static SmallHeerlen start() throws InterruptedException {
        Stack stack = SharedStack.prepare(
                StackOptions.in(SharedStack.HOME, SharedStack.newFolder("dashboard-"), SharedStack.freeOffset()));
        stack.start();
        SmallHeerlen town = new SmallHeerlen(stack);
        town.load();
        return town;
    }

    private void load() throws InterruptedException {
        Path built = SharedStack.HOME.resolve("deploy").resolve("simulator").resolve("target");
        List<String> words = new java.util.ArrayList<>(List.of(
                "-cp",
                built.resolve("simulator.jar") + File.pathSeparator + built.resolve("lib") + File.separator + "*",
                "nl.buurtpuls.simulator.Simulator",
                "--out",
                stack.address(Service.INGEST).toString()));
        words.addAll(SIZE);
        String token = stack.tokens().issue(Grant.of(Roles.MUTATION_WRITER).named("simulator"));
        Part simulator =
                stack.launchGuest(Command.java("simulator", words, Map.of("BUURTPULS_TOKEN", token), STOP_LIMIT));
        await().atMost(LOADED_WITHIN).until(() -> !simulator.isRunning());
        assertThat(simulator.died())
                .hasValueSatisfying(death -> assertThat(death.exitCode()).isZero());
        running.awaitReadable();
    }

    Running running() {
        return running;
    }

    @Override
    public void close() {
        SharedStack.end(stack);
    }
}
