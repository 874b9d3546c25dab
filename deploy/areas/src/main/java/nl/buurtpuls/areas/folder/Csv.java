package nl.buurtpuls.areas.folder;

import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;

/** Writes CSV as the services read it: commas, line feeds, UTF-8. */
final class Csv {

    private static final CSVFormat FORMAT =
            CSVFormat.RFC4180.builder().setRecordSeparator('\n').get();

    private Csv() {}

    static void write(Path file, String header, List<List<String>> lines) throws IOException {
        try (BufferedWriter writer = Files.newBufferedWriter(file);
                CSVPrinter printer = new CSVPrinter(writer, FORMAT)) {
            printer.printRecord((Object[]) header.split(","));
            for (List<String> line : lines) {
                printer.printRecord(line);
            }
        }
    }
}
