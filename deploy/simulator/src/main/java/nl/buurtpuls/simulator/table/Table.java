package nl.buurtpuls.simulator.table;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** The rows of a shipped CSV file without quotes: lines with {@code #} are remarks, the first other line is the head. */
final class Table {

    private Table() {}

    /** One line of the file; {@code number} counts from 1. */
    record Row(String file, int number, List<String> fields) {

        String text(int column) {
            if (column >= fields.size()) {
                throw wrong("lacks column " + (column + 1));
            }
            return fields.get(column);
        }

        int whole(int column) {
            try {
                return Integer.parseInt(text(column));
            } catch (NumberFormatException e) {
                throw wrong("expected a whole number, got " + text(column));
            }
        }

        double decimal(int column) {
            try {
                return Double.parseDouble(text(column));
            } catch (NumberFormatException e) {
                throw wrong("expected a number, got " + text(column));
            }
        }

        private IllegalArgumentException wrong(String why) {
            return new IllegalArgumentException(file + " line " + number + ": " + why);
        }
    }

    static List<Row> rows(String file) {
        List<Row> rows = new ArrayList<>();
        try (BufferedReader reader = new BufferedReader(new InputStreamReader(open(file), StandardCharsets.UTF_8))) {
            boolean head = true;
            int number = 0;
            for (String line = reader.readLine(); line != null; line = reader.readLine()) {
                number++;
                if (line.isBlank() || line.startsWith("#")) {
                    continue;
                }
                if (!head) {
                    rows.add(new Row(file, number, List.of(line.split(",", -1))));
                }
                head = false;
            }
        } catch (IOException e) {
            throw new UncheckedIOException("table " + file + ": " + e.getMessage(), e);
        }
        return rows;
    }

    private static InputStream open(String file) throws IOException {
        InputStream in = Table.class.getResourceAsStream(file);
        if (in == null) {
            throw new IOException("not shipped");
        }
        return in;
    }
}
