package nl.buurtpuls.contract.area;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The files of an area table: those shipped, or those in a folder. */
interface AreaFiles {

    /** Opens a file; {@code null} if there is none of that name. */
    @Nullable
    InputStream open(String name) throws IOException;

    static AreaFiles shipped() {
        return AreaTable.class::getResourceAsStream;
    }

    static AreaFiles in(Path folder) {
        return name -> {
            Path file = folder.resolve(name);
            return Files.exists(file) ? Files.newInputStream(file) : null;
        };
    }

    /**
     * The lines of a file below its header, without comments and blank lines.
     *
     * @throws UncheckedIOException if there is no such file
     */
    default List<CsvLine> lines(String name) {
        List<CsvLine> lines = read(name);
        if (lines == null) {
            throw new UncheckedIOException(new IOException("area table: there is no " + name));
        }
        return lines;
    }

    /** The same of a file that may be left out: then none. */
    default List<CsvLine> linesIfThere(String name) {
        List<CsvLine> lines = read(name);
        return lines == null ? List.of() : lines;
    }

    private @Nullable List<CsvLine> read(String name) {
        try (InputStream in = open(name)) {
            return in == null ? null : read(name, in);
        } catch (IOException e) {
            throw new UncheckedIOException("area table: " + name + ": " + e.getMessage(), e);
        }
    }

    private static List<CsvLine> read(String name, InputStream in) throws IOException {
        BufferedReader reader = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8));
        List<CsvLine> lines = new ArrayList<>();
        boolean header = true;
        int number = 0;
        for (String text = reader.readLine(); text != null; text = reader.readLine()) {
            number++;
            if (text.isBlank() || text.startsWith("#")) {
                continue;
            }
            if (!header) {
                lines.add(CsvLine.of(name, number, text));
            }
            header = false;
        }
        return lines;
    }
}
