package nl.buurtpuls.report.startrapport;

import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.MappingIterator;
import com.fasterxml.jackson.dataformat.csv.CsvMapper;
import com.fasterxml.jackson.dataformat.csv.CsvParser;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import nl.buurtpuls.contract.context.ContextFigure;

/** What the printed start report of Heerlen-Noord said: the table {@code printed-figures.csv} beside this class. */
final class PrintedFigures {

    /** What the printed report is called; sources of figures that it quotes name it. */
    static final String TITLE = "Startrapport concentratie van armoede";

    /** The areas that the printed report is about. */
    private static final Set<String> AREAS = Set.of("GM0917", "HN");

    private static final String FILE = "printed-figures.csv";

    private static final List<PrintedFigure> ALL = read();

    private PrintedFigures() {}

    static boolean isAbout(String area) {
        return AREAS.contains(area);
    }

    /** All of them, in order of row and item. */
    static List<PrintedFigure> all() {
        return ALL;
    }

    /** Whether it quotes a figure of others. */
    static boolean hasPublished(ContextFigure figure) {
        return ALL.stream()
                .anyMatch(printed -> printed.area().equals(figure.area())
                        && figure.indicator().equals(printed.context()));
    }

    private static List<PrintedFigure> read() {
        CsvMapper mapper = CsvMapper.builder()
                .addModule(new JavaTimeModule())
                .enable(CsvParser.Feature.ALLOW_COMMENTS)
                .enable(CsvParser.Feature.EMPTY_STRING_AS_NULL)
                .enable(MapperFeature.ACCEPT_CASE_INSENSITIVE_ENUMS)
                .build();
        try (InputStream in = Objects.requireNonNull(PrintedFigures.class.getResourceAsStream(FILE), FILE);
                MappingIterator<PrintedFigure> lines = mapper.readerFor(PrintedFigure.class)
                        .with(mapper.schemaFor(PrintedFigure.class).withHeader().withStrictHeaders(true))
                        .readValues(in)) {
            return List.copyOf(lines.readAll());
        } catch (IOException e) {
            throw new UncheckedIOException(FILE, e);
        }
    }
}
