package nl.buurtpuls.benchmark.replay;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Locale;
import java.util.function.Consumer;
import nl.buurtpuls.contract.event.Event;
import nl.buurtpuls.contract.event.Subject;
import nl.buurtpuls.local.process.Progress;
import nl.buurtpuls.local.process.Stopwatch;
import nl.buurtpuls.simulator.Settings;
import nl.buurtpuls.simulator.Simulation;
import nl.buurtpuls.simulator.output.EventLine;

/**
 * A synthetic area that was sent through the door.
 *
 * @param events how many
 * @param persons different persons in them, whether or not they still live there; by estimate, to a thousandth
 * @param sending how long it took until Kafka held them, without the time in which they were made
 */
public record Sample(long events, long persons, Duration sending) {
    /** In one call: few enough that a country needs no more disk for it than a town. */
    private static final long EVENTS_IN_A_PART = 1_000_000;

    private static final int BUFFER = 1 << 20;

    /**
     * Makes an area and sends it, part by part: at no time is more of it in memory than one municipality, or more on disk
     * than one part.
     *
     * @param file of a part, gone at the end
     */
    public static Sample send(Settings settings, Path file, Door door, Progress progress) {
        Parts parts = new Parts(file, door, progress);
        try {
            Simulation.run(settings, parts);
            parts.send();
            return new Sample(parts.events, parts.persons.estimate(), parts.sending);
        } finally {
            parts.clear();
        }
    }

    /** Not the door's time, but this file's, is what making the events takes. */
    private static final class Parts implements Consumer<Event> {
        private final Path file;
        private final Door door;
        private final Progress progress;
        private final DistinctCount persons = new DistinctCount();
        private final Stopwatch watch = new Stopwatch();
        private OutputStream bytes = OutputStream.nullOutputStream();
        private EventLine lines = new EventLine(bytes);
        private boolean open;
        private long events;
        private Duration sending = Duration.ZERO;

        Parts(Path file, Door door, Progress progress) {
            this.file = file;
            this.door = door;
            this.progress = progress;
        }

        @Override
        public void accept(Event event) {
            if (!open) {
                begin();
            }
            if (event.data().subject() instanceof Subject.Person person) {
                persons.add(person.id());
            }
            lines.accept(event);
            if (lines.count() == EVENTS_IN_A_PART) {
                send();
                progress.say(String.format(Locale.ROOT, "  %,d events sent (%s)", events, watch));
            }
        }

        private void begin() {
            try {
                bytes = new BufferedOutputStream(Files.newOutputStream(file), BUFFER);
                lines = new EventLine(bytes);
                open = true;
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        void send() {
            if (!open) {
                return;
            }
            try {
                bytes.close();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
            open = false;
            sending = sending.plus(door.send(file, lines.count()));
            events += lines.count();
        }

        void clear() {
            try {
                bytes.close();
                Files.deleteIfExists(file);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
