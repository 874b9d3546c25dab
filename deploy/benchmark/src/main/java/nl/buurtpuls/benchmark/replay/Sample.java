package nl.buurtpuls.benchmark.replay;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.Set;
import nl.buurtpuls.contract.event.Subject;
import nl.buurtpuls.simulator.Settings;
import nl.buurtpuls.simulator.Simulation;
import nl.buurtpuls.simulator.output.EventLine;

/**
 * The synthetic Heerlen in a file, made before anything is measured: what is measured is not how fast it is made.
 *
 * @param file NDJSON
 * @param events lines of it
 * @param persons different persons in them, whether or not they still live there
 */
public record Sample(Path file, long events, long persons) {
    private static final int BUFFER = 1 << 20;

    /**
     * Makes the town and writes its events.
     *
     * @param scale part of the real sizes
     * @param to last day
     */
    public static Sample write(Path file, double scale, LocalDate to) {
        Set<String> persons = new HashSet<>();
        try (OutputStream bytes = new BufferedOutputStream(Files.newOutputStream(file), BUFFER)) {
            EventLine lines = new EventLine(bytes);
            Simulation.run(new Settings(Settings.DEFAULT_SEED, Settings.DEFAULT_FROM, to, scale), event -> {
                if (event.data().subject() instanceof Subject.Person person) {
                    persons.add(person.id());
                }
                lines.accept(event);
            });
            return new Sample(file, lines.count(), persons.size());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
