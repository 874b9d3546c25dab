package nl.buurtpuls.areas.cbs;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;

/** The lines of a file and the fields of a line. No field of the CBS runs over more than one line. */
final class CbsText {

    private static final Charset OLD_WINDOWS = Charset.forName("windows-1252");
    private static final String BYTE_ORDER_MARK = "\uFEFF";

    private CbsText() {}

    /** UTF-8 with or without byte-order mark; what is no UTF-8 is of an older Windows. */
    static List<String> lines(byte[] bytes) {
        String text = decode(bytes);
        return (text.startsWith(BYTE_ORDER_MARK) ? text.substring(1) : text)
                .lines()
                .toList();
    }

    private static String decode(byte[] bytes) {
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
        } catch (CharacterCodingException e) {
            return new String(bytes, OLD_WINDOWS);
        }
    }

    /** The form of a file with this header: semicolons as the CBS has them, or commas as others make of it. */
    static CSVFormat format(String header) {
        return CSVFormat.DEFAULT
                .builder()
                .setDelimiter(header.indexOf(';') >= 0 ? ';' : ',')
                .setIgnoreSurroundingSpaces(true)
                .setTrim(true)
                .get();
    }

    /**
     * The fields of a line, without the blanks around them.
     *
     * @throws IllegalArgumentException if a quoted field does not end, or more follows where it does
     */
    static List<String> fields(String line, CSVFormat format) {
        try (CSVParser parser = CSVParser.parse(line, format)) {
            List<CSVRecord> records = parser.getRecords();
            return records.isEmpty() ? List.of() : records.get(0).toList();
        } catch (IOException | UncheckedIOException e) {
            throw new IllegalArgumentException("the quotes do not match", e);
        }
    }
}
