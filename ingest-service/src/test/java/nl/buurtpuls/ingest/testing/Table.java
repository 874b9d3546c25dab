package nl.buurtpuls.ingest.testing;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** A table of cases in a text file: a case a line, columns between {@code |}, remarks after {@code #}. */
public final class Table {

    private static final Pattern SPAN =
            Pattern.compile("<<(?:hex ([0-9A-F ]+)|(\\d+) \\*\\s(.*?)|(\\w+))>>", Pattern.DOTALL);

    private Table() {}

    /** The rows of a table in the resources, each with so many columns. */
    public static Stream<Row> rows(String resource, int columns) {
        try (InputStream in = Table.class.getResourceAsStream(resource)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8)
                            .lines()
                            .filter(line -> !line.isBlank() && !line.startsWith("#"))
                            .map(line -> row(line, columns))
                            .toList()
                            .stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Row row(String line, int columns) {
        // The last column may be empty, and what is sent may have such a line in it: columns are told by their blanks.
        List<String> cells = Arrays.stream((line + " ").split(" \\| ", -1))
                .map(String::strip)
                .toList();
        if (cells.size() != columns) {
            throw new IllegalArgumentException(columns + " columns expected in: " + line);
        }
        return new Row(cells);
    }

    /** A row. Its text, shortened, is the name of the case. */
    public record Row(List<String> cells) {
        public String cell(int column) {
            return cells.get(column);
        }

        @Override
        public String toString() {
            return String.join(" | ", cells);
        }
    }

    /**
     * The bytes that a cell stands for: {@code <<hex C3 28>>} for bytes, {@code <<n * text>>} for n times a text, and
     * {@code <<name>>} for a text with a name.
     */
    public static byte[] bytes(String cell, Map<String, String> named) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        Matcher span = SPAN.matcher(cell);
        int from = 0;
        while (span.find()) {
            bytes.writeBytes(utf8(cell.substring(from, span.start())));
            if (span.group(1) != null) {
                bytes.writeBytes(HexFormat.ofDelimiter(" ").parseHex(span.group(1)));
            } else if (span.group(2) != null) {
                bytes.writeBytes(utf8(span.group(3).repeat(Integer.parseInt(span.group(2)))));
            } else {
                bytes.writeBytes(utf8(named.get(span.group(4))));
            }
            from = span.end();
        }
        bytes.writeBytes(utf8(cell.substring(from)));
        return bytes.toByteArray();
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
