package nl.buurtpuls.areas.folder;

import com.fasterxml.jackson.databind.ObjectWriter;
import com.fasterxml.jackson.dataformat.csv.CsvGenerator;
import com.fasterxml.jackson.dataformat.csv.CsvMapper;
import com.fasterxml.jackson.dataformat.csv.CsvSchema;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Writes CSV as the services read it: commas, line feeds, UTF-8. */
final class Csv {

    private static final ObjectWriter LINES = CsvMapper.builder()
            .enable(CsvGenerator.Feature.STRICT_CHECK_FOR_QUOTING)
            .build()
            .writer(CsvSchema.emptySchema());

    private Csv() {}

    static void write(Path file, List<String> header, List<List<String>> lines) throws IOException {
        List<List<String>> all = new ArrayList<>(List.of(header));
        all.addAll(lines);
        LINES.writeValue(file.toFile(), all);
    }
}
