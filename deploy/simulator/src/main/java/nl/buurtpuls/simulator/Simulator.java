package nl.buurtpuls.simulator;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import nl.buurtpuls.contract.event.Event;
import nl.buurtpuls.simulator.behaviour.TownLife;
import nl.buurtpuls.simulator.output.EventLine;
import nl.buurtpuls.simulator.output.Outlet;
import nl.buurtpuls.simulator.output.Upload;

/** The command: makes an area's events and writes them to a file, standard output, or ingest-service. */
public final class Simulator {

    private static final Clock CLOCK = Clock.system(ZoneId.of("Europe/Amsterdam"));
    private static final int BUFFER = 1 << 20;
    private static final int FAILED = 1;
    private static final int WRONG_OPTIONS = 2;
    private static final long STOP_MILLIS = 3_000;

    private final Options options;

    private Simulator(Options options) {
        this.options = options;
    }

    public static void main(String[] words) {
        Options options;
        try {
            options = Options.of(words, LocalDate.now(CLOCK), Optional.ofNullable(System.getenv("BUURTPULS_TOKEN")));
        } catch (IllegalArgumentException e) {
            System.err.println(e.getMessage());
            System.err.println(Options.USAGE);
            System.exit(WRONG_OPTIONS);
            return;
        }
        try {
            new Simulator(options).run();
        } catch (IOException | UncheckedIOException e) {
            System.err.println("The events could not be delivered: " + e.getMessage());
            System.exit(FAILED);
        }
    }

    private void run() throws IOException {
        URI ingest = options.ingest().orElse(null);
        if (ingest != null) {
            AtomicReference<TownLife> town = new AtomicReference<>();
            if (options.load()) {
                boolean taken = Upload.to(
                        ingest,
                        options.token(),
                        events -> town.set(Simulation.run(options.settings(), events)),
                        System.out::println);
                if (!taken) {
                    throw new IOException("ingest-service refused some");
                }
            } else {
                town.set(unsent());
            }
            play(town.get(), events -> upload(ingest, events));
            return;
        }
        try (OutputStream bytes = new BufferedOutputStream(file(), BUFFER)) {
            EventLine lines = new EventLine(bytes);
            TownLife town = options.load() ? Simulation.run(options.settings(), lines) : unsent();
            bytes.flush();
            System.err.println(lines.count() + " events");
            play(town, events -> {
                events.forEach(lines);
                bytes.flush();
            });
        }
    }

    private OutputStream file() throws IOException {
        return options.out().equals("-") ? System.out : Files.newOutputStream(Path.of(options.out()));
    }

    private TownLife unsent() {
        return Simulation.run(options.settings(), event -> {});
    }

    private void upload(URI ingest, List<Event> events) throws IOException {
        if (!Upload.to(ingest, options.token(), events::forEach, answer -> {})) {
            throw new IOException("ingest-service refused some");
        }
    }

    /** Plays today's mutations, if that is asked for, until Ctrl-C. */
    private void play(TownLife town, Outlet outlet) {
        if (options.speed().isEmpty()) {
            return;
        }
        Thread player = Thread.currentThread();
        Runtime.getRuntime().addShutdownHook(new Thread(() -> {
            player.interrupt();
            try {
                player.join(STOP_MILLIS);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }));
        Live live = new Live(town, outlet, options.speed().get(), CLOCK);
        System.err.println(
                "Playing today's mutations at speed " + options.speed().get() + "; Ctrl-C stops");
        try {
            live.play();
        } catch (InterruptedException e) {
            System.err.println("Stopped after " + live.count() + " live events");
        }
    }
}
