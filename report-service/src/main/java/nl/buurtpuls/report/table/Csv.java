package nl.buurtpuls.report.table;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectWriter;
import com.fasterxml.jackson.dataformat.csv.CsvGenerator;
import com.fasterxml.jackson.dataformat.csv.CsvMapper;
import com.fasterxml.jackson.dataformat.csv.CsvSchema;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Writes tables as CSV: RFC 4180 in UTF-8 with a header row, lines ending in CR LF, nothing for {@code null}. Members of
 * a list are separated by spaces.
 */
public final class Csv {

    /** What a caller asks for. */
    public static final String MEDIA_TYPE = "text/csv";
    /** What is sent; both parameters are those of the registration of text/csv. */
    static final String MEDIA_TYPE_SENT = MEDIA_TYPE + ";charset=UTF-8;header=present";

    /**
     * A spreadsheet takes a text that begins with one of these, or their full-width twins, for a formula. Names come from
     * files of operators, so a text must not become one.
     */
    private static final String BEGINS_A_FORMULA = "=+-@\t\r\n\uFF1D\uFF0B\uFF0D\uFF20";

    private static final ObjectWriter ROWS = CsvMapper.builder()
            .enable(CsvGenerator.Feature.STRICT_CHECK_FOR_QUOTING)
            .build()
            .writer(CsvSchema.emptySchema().withLineSeparator("\r\n").withNullValue(""));

    private Csv() {}

    /** The table as a CSV file. */
    public static byte[] write(Table table) {
        List<List<@Nullable Object>> lines = new ArrayList<>(table.rows().size() + 1);
        lines.add(new ArrayList<>(table.columns()));
        table.rows().forEach(row -> lines.add(cells(row)));
        try {
            return ROWS.writeValueAsBytes(lines);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a table cannot be written", e);
        }
    }

    private static List<@Nullable Object> cells(List<@Nullable Object> row) {
        List<@Nullable Object> cells = new ArrayList<>(row.size());
        row.forEach(value -> cells.add(cell(value)));
        return cells;
    }

    /** Numbers and truth values stand as they are: a minus before a number begins no formula. */
    private static @Nullable Object cell(@Nullable Object value) {
        if (value == null || value instanceof Number || value instanceof Boolean) {
            return value;
        }
        if (value instanceof Collection<?> members) {
            return harmless(members.stream().map(String::valueOf).collect(Collectors.joining(" ")));
        }
        return harmless(value.toString());
    }

    private static String harmless(String text) {
        return !text.isEmpty() && BEGINS_A_FORMULA.indexOf(text.charAt(0)) >= 0 ? "'" + text : text;
    }
}
