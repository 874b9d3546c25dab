package nl.buurtpuls.local;

import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import nl.buurtpuls.local.load.Loader;
import nl.buurtpuls.local.process.Progress;
import nl.buurtpuls.local.process.StartFailure;
import nl.buurtpuls.local.process.Stopwatch;
import nl.buurtpuls.local.stack.Service;
import nl.buurtpuls.local.stack.Stack;

/**
 * The command behind {@code deploy/local/run}: starts the stack, loads, says that it is ready and stays until it is told to
 * stop. Exit codes: 1 if a part failed, 2 if nothing was started.
 */
public final class Launcher {
    /** The system property that names the folder of the project; the scripts set it. */
    static final String HOME = "buurtpuls.home";

    private static final long POLL_MILLIS = 500;

    private final Progress progress;

    Launcher(Progress progress) {
        this.progress = progress;
    }

    public static void main(String[] words) throws InterruptedException {
        PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
        PrintStream err = new PrintStream(System.err, true, StandardCharsets.UTF_8);
        if (List.of(words).contains("--help")) {
            out.print(Options.USAGE);
            return;
        }
        try {
            Options options = Options.parse(List.of(words), home());
            if (options.detach()) {
                System.exit(new Detached(out::println).run(options, List.of(words)));
            }
            new Launcher(out::println).run(options);
        } catch (StartFailure failure) {
            err.println(failure.getMessage());
            System.exit(failure.exitCode());
        }
    }

    static Path home() {
        return Path.of(System.getProperty(HOME, "")).toAbsolutePath().normalize();
    }

    /** What is printed once the sample's figures can be read; those who wait for it look for its beginning. */
    static String readyLine(Stack stack) {
        return Detached.READY + stack.address(Service.REPORT);
    }

    /** Runs until a part ends unasked; a signal ends it by way of the shutdown hook. */
    private void run(Options options) throws InterruptedException {
        Stopwatch watch = new Stopwatch();
        progress.say("Starting Buurtpuls; data in " + options.stack().data().path());
        Stack stack = Stack.prepare(options.stack(), progress);
        Thread stop = new Thread(
                () -> {
                    progress.say("Stopping …");
                    stack.close();
                    progress.say("Buurtpuls has stopped");
                },
                "stop");
        Runtime.getRuntime().addShutdownHook(stop);
        stack.start();
        new Loader(options.stack().home(), InstantSource.system(), progress).load(options.load(), stack);
        String stopCommand =
                Options.stopCommand(options.stack().data(), options.stack().home());
        progress.say("All of it took " + watch + "; " + stopCommand + " ends it");
        progress.say(readyLine(stack));
        while (true) {
            stack.requireAlive();
            Thread.sleep(POLL_MILLIS);
        }
    }
}
