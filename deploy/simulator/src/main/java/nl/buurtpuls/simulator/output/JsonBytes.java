package nl.buurtpuls.simulator.output;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;

/** Bytes of JSON, put together by hand: at hundreds of thousands of lines a second a tree for each costs too much. */
final class JsonBytes {

    private static final int INITIAL = 1024;
    private static final int MILLIS_PER_DAY = 86_400_000;
    private static final int NANOS_PER_MILLI = 1_000_000;
    private static final char[] HEX = "0123456789abcdef".toCharArray();

    private byte[] bytes = new byte[INITIAL];
    private int length;

    void clear() {
        length = 0;
    }

    void writeTo(OutputStream out) throws IOException {
        out.write(bytes, 0, length);
    }

    /** JSON as it is, of ASCII characters. */
    JsonBytes raw(String ascii) {
        int count = ascii.length();
        reserve(count);
        for (int i = 0; i < count; i++) {
            bytes[length + i] = (byte) ascii.charAt(i);
        }
        length += count;
        return this;
    }

    /** A string in quotes, with what must be escaped escaped. */
    JsonBytes string(String text) {
        int count = text.length();
        reserve(count + 2);
        int at = length;
        bytes[at++] = '"';
        for (int i = 0; i < count; i++) {
            char c = text.charAt(i);
            if (c < ' ' || c > '~' || c == '"' || c == '\\') {
                return escaped(text);
            }
            bytes[at++] = (byte) c;
        }
        bytes[at++] = '"';
        length = at;
        return this;
    }

    private JsonBytes escaped(String text) {
        StringBuilder json = new StringBuilder(text.length() + 16).append('"');
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '"' || c == '\\') {
                json.append('\\').append(c);
            } else if (c < ' ') {
                json.append("\\u00").append(HEX[c >> 4]).append(HEX[c & 15]);
            } else {
                json.append(c);
            }
        }
        byte[] utf8 = json.append('"').toString().getBytes(StandardCharsets.UTF_8);
        reserve(utf8.length);
        System.arraycopy(utf8, 0, bytes, length, utf8.length);
        length += utf8.length;
        return this;
    }

    /** A date in quotes. */
    JsonBytes date(LocalDate date) {
        if (date.getYear() < 0 || date.getYear() > 9999) {
            return string(date.toString());
        }
        reserve(12);
        bytes[length++] = '"';
        day(date);
        bytes[length++] = '"';
        return this;
    }

    /** A moment in quotes, to the millisecond; what is finer is written as the library does. */
    JsonBytes instant(Instant moment) {
        if (moment.getNano() % NANOS_PER_MILLI != 0) {
            return string(moment.toString());
        }
        long millis = moment.toEpochMilli();
        LocalDate date = LocalDate.ofEpochDay(Math.floorDiv(millis, (long) MILLIS_PER_DAY));
        if (date.getYear() < 0 || date.getYear() > 9999) {
            return string(moment.toString());
        }
        int left = (int) Math.floorMod(millis, (long) MILLIS_PER_DAY);
        reserve(26);
        bytes[length++] = '"';
        day(date);
        bytes[length++] = 'T';
        digits(left / 3_600_000, 2);
        bytes[length++] = ':';
        digits(left / 60_000 % 60, 2);
        bytes[length++] = ':';
        digits(left / 1_000 % 60, 2);
        bytes[length++] = '.';
        digits(left % 1_000, 3);
        bytes[length++] = 'Z';
        bytes[length++] = '"';
        return this;
    }

    private void day(LocalDate date) {
        digits(date.getYear(), 4);
        bytes[length++] = '-';
        digits(date.getMonthValue(), 2);
        bytes[length++] = '-';
        digits(date.getDayOfMonth(), 2);
    }

    private void digits(int number, int count) {
        int left = number;
        for (int i = count - 1; i >= 0; i--) {
            bytes[length + i] = (byte) ('0' + left % 10);
            left /= 10;
        }
        length += count;
    }

    private void reserve(int more) {
        if (length + more > bytes.length) {
            bytes = Arrays.copyOf(bytes, Math.max(2 * bytes.length, length + more));
        }
    }
}
