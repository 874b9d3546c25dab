package nl.buurtpuls.areas.cbs;

import com.fasterxml.jackson.databind.MappingIterator;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.dataformat.csv.CsvMapper;
import com.fasterxml.jackson.dataformat.csv.CsvParser;
import com.fasterxml.jackson.dataformat.csv.CsvSchema;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** The lines of a file and the fields of a line. No field of the CBS runs over more than one line. */
final class CbsText {

    private static final Charset OLD_WINDOWS = Charset.forName("windows-1252");
    private static final ObjectReader CSV =
            CsvMapper.builder().enable(CsvParser.Feature.WRAP_AS_ARRAY).build().readerForListOf(String.class);
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

    /** Reads lines of a file with this header: semicolons as the CBS has them, or commas as others make of it. */
    static ObjectReader reader(String header) {
        return CSV.with(CsvSchema.emptySchema().withColumnSeparator(header.indexOf(';') >= 0 ? ';' : ','));
    }

    /**
     * The fields of a line, without the blanks around them.
     *
     * @throws IllegalArgumentException if a quoted field does not end, or more follows where it does
     */
    static List<String> fields(String line, ObjectReader reader) {
        try (MappingIterator<List<String>> records = reader.readValues(line)) {
            return records.hasNextValue()
                    ? records.nextValue().stream().map(String::strip).toList()
                    : List.of();
        } catch (IOException e) {
            throw new IllegalArgumentException("the quotes do not match", e);
        }
    }
}
