package nl.buurtpuls.local.load;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Optional;

/**
 * A file that says what was loaded into a stack, so that it is not loaded twice. Its first line tells how it was asked for,
 * its second whether it came to the end.
 */
record Marker(Path file) {
    private static final String BEGUN = "begun";
    private static final String COMPLETE = "complete";

    /** What a load that has begun was asked for. */
    Optional<String> request() {
        List<String> lines = lines();
        return lines.isEmpty() ? Optional.empty() : Optional.of(lines.get(0));
    }

    boolean isComplete() {
        List<String> lines = lines();
        return lines.size() == 2 && lines.get(1).equals(COMPLETE);
    }

    void begin(String request) {
        write(request, BEGUN);
    }

    void complete(String request) {
        write(request, COMPLETE);
    }

    private void write(String request, String state) {
        Path draft = file.resolveSibling(file.getFileName() + ".draft");
        try {
            Files.createDirectories(file.getParent());
            Files.writeString(draft, request + "\n" + state + "\n");
            move(draft);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void move(Path draft) throws IOException {
        try {
            Files.move(draft, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (AtomicMoveNotSupportedException e) {
            Files.move(draft, file, StandardCopyOption.REPLACE_EXISTING);
        }
    }

    private List<String> lines() {
        try {
            return Files.exists(file) ? Files.readAllLines(file) : List.of();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
