package nl.buurtpuls.contract.area;

import java.util.ArrayList;
import java.util.List;

/** A line of a table, which knows where it stands so that errors can say so. */
record CsvLine(String file, int number, List<String> fields) {

    static CsvLine of(String file, int number, String text) {
        return new CsvLine(file, number, split(text));
    }

    String field(int index) {
        if (index >= fields.size()) {
            throw wrong("lacks field " + (index + 1));
        }
        return fields.get(index);
    }

    double decimal(int index) {
        try {
            double value = Double.parseDouble(field(index));
            if (Double.isFinite(value)) {
                return value;
            }
        } catch (NumberFormatException e) {
            // told below, as what is infinite or no number is
        }
        throw wrong("field " + (index + 1) + " is no number: '" + field(index) + "'");
    }

    IllegalArgumentException wrong(String why) {
        return new IllegalArgumentException(file + " line " + number + ": " + why);
    }

    /** Splits a CSV line of RFC 4180 without line breaks in fields. */
    private static List<String> split(String line) {
        List<String> fields = new ArrayList<>();
        StringBuilder field = new StringBuilder();
        boolean quoted = false;
        for (int i = 0; i < line.length(); i++) {
            char c = line.charAt(i);
            if (c == '"') {
                boolean escaped = quoted && i + 1 < line.length() && line.charAt(i + 1) == '"';
                if (escaped) {
                    field.append('"');
                    i++;
                } else {
                    quoted = !quoted;
                }
            } else if (c == ',' && !quoted) {
                fields.add(field.toString());
                field.setLength(0);
            } else {
                field.append(c);
            }
        }
        fields.add(field.toString());
        return fields;
    }
}
