package nl.buurtpuls.report.context;

import com.fasterxml.jackson.databind.MappingIterator;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.dataformat.csv.CsvMapper;
import com.fasterxml.jackson.dataformat.csv.CsvParser;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import nl.buurtpuls.contract.context.ContextFigure;
import nl.buurtpuls.report.problem.ProblemException;

/**
 * Context figures as CSV, one a line: those that are taken, and the lines that are not. A field does not run over more than
 * one line, so a line that is broken costs no other. Blank lines and those that begin with {@code #} count for nothing.
 */
record FigureLines(List<ContextFigure> figures, List<RefusedLine> refused) {

    private static final int MOST_LINES = 100_000;
    private static final int MOST_BYTES = 10_000_000;
    private static final String BYTE_ORDER_MARK = "\uFEFF";

    private static final ObjectReader FIELDS = CsvMapper.builder()
            .enable(CsvParser.Feature.WRAP_AS_ARRAY)
            .enable(CsvParser.Feature.TRIM_SPACES)
            .build()
            .readerForListOf(String.class);

    /**
     * Reads what was sent.
     *
     * @throws ProblemException if it is too large, is no UTF-8 or lacks a column
     */
    static FigureLines parse(byte[] body, FigureRules rules) {
        if (body.length > MOST_BYTES) {
            throw ProblemException.tooLarge("At most " + MOST_BYTES + " bytes a call, got " + body.length + ".");
        }
        List<String> lines = text(body).lines().toList();
        if (lines.size() > MOST_LINES + 1) {
            throw ProblemException.tooLarge(
                    "At most " + MOST_LINES + " lines below the header a call, got " + (lines.size() - 1) + ".");
        }
        int header = 0;
        while (header < lines.size() && saysNothing(lines.get(header))) {
            header++;
        }
        return below(header, columns(header < lines.size() ? lines.get(header) : ""), lines, rules);
    }

    private static String text(byte[] body) {
        try {
            String text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(body))
                    .toString();
            return text.startsWith(BYTE_ORDER_MARK) ? text.substring(1) : text;
        } catch (CharacterCodingException e) {
            throw ProblemException.invalid("body", "not-utf-8", "Expected text in UTF-8.");
        }
    }

    private static boolean saysNothing(String line) {
        return line.isBlank() || line.startsWith("#");
    }

    /** Where each of the columns stands. */
    private static int[] columns(String header) {
        List<String> names;
        try {
            names = fields(header);
        } catch (Broken e) {
            names = List.of();
        }
        int[] columns = new int[ContextFigure.COLUMNS.size()];
        for (int i = 0; i < columns.length; i++) {
            String name = ContextFigure.COLUMNS.get(i);
            columns[i] = names.indexOf(name);
            if (columns[i] < 0) {
                throw ProblemException.invalid(
                        name,
                        "missing-column",
                        "The first line names the columns " + String.join(",", ContextFigure.COLUMNS)
                                + " in any order; " + name + " is missing.");
            }
        }
        return columns;
    }

    private static FigureLines below(int header, int[] columns, List<String> lines, FigureRules rules) {
        List<ContextFigure> figures = new ArrayList<>();
        List<RefusedLine> refused = new ArrayList<>();
        for (int i = header + 1; i < lines.size(); i++) {
            String line = lines.get(i);
            if (saysNothing(line)) {
                continue;
            }
            try {
                figures.add(rules.figure(inOrder(fields(line), columns)));
            } catch (Broken broken) {
                refused.add(broken.atLine(i + 1));
            }
        }
        return new FigureLines(figures, refused);
    }

    private static List<String> inOrder(List<String> fields, int[] columns) throws Broken {
        List<String> inOrder = new ArrayList<>(columns.length);
        for (int i = 0; i < columns.length; i++) {
            if (columns[i] >= fields.size()) {
                throw new Broken("missing-field", ContextFigure.COLUMNS.get(i) + " is missing: the line is too short.");
            }
            inOrder.add(fields.get(columns[i]));
        }
        return inOrder;
    }

    private static List<String> fields(String line) throws Broken {
        try (MappingIterator<List<String>> records = FIELDS.readValues(line)) {
            return records.hasNextValue() ? records.nextValue() : List.of();
        } catch (IOException e) {
            throw new Broken("broken-quotes", "A quoted field does not end, or more follows where it does.");
        }
    }
}
