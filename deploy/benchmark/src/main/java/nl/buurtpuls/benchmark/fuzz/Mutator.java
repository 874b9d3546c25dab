package nl.buurtpuls.benchmark.fuzz;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;

/** Tampers with events: first with what they say, then with the bytes that say it. */
final class Mutator {
    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;
    private static final String[] TEXTS = {
        "",
        " ",
        "\u0000",
        "\uD800",
        "\uDC00\uD800",
        "\uFFFF",
        "é",
        "😀",
        "999990019",
        "GM0917",
        "GM0000",
        "BU09171000",
        "DE",
        "0000-00-00",
        "2021-02-29",
        "9999-12-31",
        "-0001-01-01",
        "urn:",
        "urn:x:y",
        "null",
        "nl.brp.overleden",
        "../..",
        "'; DROP TABLE ledger_cell; --",
        "<script>",
        "${jndi:x}",
        "%00",
        "\r\n",
        "a".repeat(300),
        "€".repeat(2000)
    };
    private static final String[] TOKENS = {
        "{",
        "}",
        "[",
        "]",
        ",",
        ":",
        "\"",
        "\\",
        "\\u",
        "\\ud800",
        "null",
        "true",
        "NaN",
        "1e999",
        "-",
        "0x",
        "/*",
        "//",
        "\n",
        "\r",
        "\u0000",
        "\uFEFF",
        "{\"a\":",
        "[[[[[[[[",
        "\"id\":\"x\",",
        "\"data\":{},"
    };
    private static final int MOST_CHANGES = 4;

    private final SplittableRandom random;

    Mutator(SplittableRandom random) {
        this.random = random;
    }

    /** The event as JSON after some changes; most often no event any more, and sometimes no JSON. */
    byte[] tamper(ObjectNode event) {
        if (random.nextInt(3) > 0) {
            for (int changes = 1 + random.nextInt(MOST_CHANGES); changes > 0; changes--) {
                change(event);
            }
        }
        byte[] bytes = event.toString().getBytes(StandardCharsets.UTF_8);
        if (random.nextInt(3) > 0) {
            for (int changes = 1 + random.nextInt(MOST_CHANGES); changes > 0; changes--) {
                bytes = change(bytes);
            }
        }
        return bytes;
    }

    /** A text that may stand in a header, most often not the one that should. */
    String header(String text) {
        String changed =
                random.nextBoolean() ? TEXTS[random.nextInt(TEXTS.length)] : text + TEXTS[random.nextInt(TEXTS.length)];
        StringBuilder value = new StringBuilder();
        changed.chars().filter(c -> c >= ' ' && c < 0x7F).forEach(c -> value.append((char) c));
        return random.nextInt(4) == 0 ? "%" + value : value.toString();
    }

    private void change(ObjectNode event) {
        List<ObjectNode> objects = new ArrayList<>();
        collect(event, objects);
        ObjectNode object = objects.get(random.nextInt(objects.size()));
        List<String> names = new ArrayList<>();
        object.fieldNames().forEachRemaining(names::add);
        String name = names.isEmpty() ? "id" : names.get(random.nextInt(names.size()));
        switch (random.nextInt(5)) {
            case 0 -> object.remove(name);
            case 1 -> object.set(TEXTS[random.nextInt(TEXTS.length)], value(2));
            case 2 -> object.set(name, event.deepCopy());
            default -> object.set(name, value(3));
        }
    }

    private static void collect(JsonNode node, List<ObjectNode> objects) {
        if (node instanceof ObjectNode object) {
            objects.add(object);
        }
        node.forEach(child -> collect(child, objects));
    }

    private JsonNode value(int depth) {
        return switch (random.nextInt(depth == 0 ? 6 : 8)) {
            case 0 -> NODES.nullNode();
            case 1 -> NODES.booleanNode(random.nextBoolean());
            case 2 -> NODES.numberNode(random.nextLong());
            case 3 -> NODES.numberNode(random.nextDouble() * 1e6);
            case 4, 5 -> NODES.textNode(TEXTS[random.nextInt(TEXTS.length)]);
            case 6 -> {
                ArrayNode array = NODES.arrayNode();
                for (int i = random.nextInt(4); i > 0; i--) {
                    array.add(value(depth - 1));
                }
                yield array;
            }
            default -> NODES.objectNode().set(TEXTS[random.nextInt(TEXTS.length)], value(depth - 1));
        };
    }

    private byte[] change(byte[] bytes) {
        if (bytes.length == 0) {
            return bytes;
        }
        int at = random.nextInt(bytes.length);
        int end = Math.min(bytes.length, at + 1 + random.nextInt(16));
        switch (random.nextInt(6)) {
            case 0:
                byte[] flipped = bytes.clone();
                flipped[at] ^= (byte) (1 << random.nextInt(8));
                return flipped;
            case 1:
                return join(bytes, 0, at, new byte[0], end);
            case 2:
                return join(bytes, 0, end, Arrays.copyOfRange(bytes, at, end), end);
            case 3:
                byte[] noise = new byte[1 + random.nextInt(8)];
                random.nextBytes(noise);
                return join(bytes, 0, at, noise, at);
            case 4:
                return Arrays.copyOf(bytes, at);
            default:
                String token = TOKENS[random.nextInt(TOKENS.length)];
                return join(bytes, 0, at, token.getBytes(StandardCharsets.UTF_8), random.nextBoolean() ? at : end);
        }
    }

    private static byte[] join(byte[] bytes, int from, int to, byte[] between, int rest) {
        ByteArrayOutputStream joined = new ByteArrayOutputStream(bytes.length + between.length);
        joined.write(bytes, from, to - from);
        joined.writeBytes(between);
        joined.write(bytes, rest, bytes.length - rest);
        return joined.toByteArray();
    }
}
