package nl.buurtpuls.ingest.testing;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import nl.buurtpuls.contract.event.EventSchemas;
import nl.buurtpuls.contract.event.EventType;

/** Data of events at random: right, or with one thing changed. */
public final class RandomData {

    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;
    private static final String[] STRANGE = {
        "",
        " ",
        "\t\n",
        "0",
        "999990019",
        "GM0917",
        "GM0363",
        "BU09171000",
        "DE",
        "zz",
        "2021-02-30",
        "2021",
        "1987-13",
        "2021-03-01",
        "urn:nld:x",
        "urn:",
        "é",
        "😀",
        "a b",
        "true",
        "null",
        "social-assistance",
        "a\n",
        "x".repeat(64),
        "x".repeat(65),
        "😀".repeat(256),
        "😀".repeat(257),
        "x".repeat(1025),
        "-1",
        "0001-01-01",
        "0000-12-31",
        "0000",
        "8999",
        "9000-01",
        "+2021-01-01"
    };

    private final Random random;

    public RandomData(Random random) {
        this.random = random;
    }

    /** Data that are right. */
    public ObjectNode valid(EventType type) {
        ObjectNode data = NODES.objectNode();
        boolean heerlen = random.nextBoolean();
        String municipality = heerlen ? "GM0917" : "GM9999";
        String buurt = heerlen ? "BU09171000" : "BU9999%04d".formatted(random.nextInt(10_000));
        if (type != EventType.DWELLING_REGISTERED && (type != EventType.RETRACTION || random.nextBoolean())) {
            data.set("person", person());
        } else {
            data.put("dwelling", text(256));
        }
        data.put("municipality", municipality);
        int year = 1 + random.nextInt(2020);
        if (type != EventType.RETRACTION) {
            data.put(
                    "effectiveDate", (type == EventType.INCOME_ASSESSED ? LocalDate.of(year, 1, 1) : day()).toString());
        }
        switch (type) {
            case STAND, IMMIGRATION, RETURN_FROM_ABROAD, INTERMUNICIPAL_MOVE -> {
                data.put("birthDate", birthDate());
                data.set("residence", residence(buurt));
                if (type == EventType.INTERMUNICIPAL_MOVE) {
                    data.putObject("origin").put("municipality", "GM0%03d".formatted(random.nextInt(900)));
                } else if (type != EventType.STAND || random.nextBoolean()) {
                    data.set("origin", place());
                }
            }
            case BIRTH, MOVE_WITHIN, HOUSEHOLD_CHANGE -> data.set("residence", residence(buurt));
            case EMIGRATION -> {
                if (random.nextBoolean()) {
                    data.set("destination", place());
                }
            }
            case DEATH -> {
                // Nothing beside the person, the register and the day.
            }
            case BENEFIT_GRANTED, BENEFIT_ENDED -> {
                data.put("scheme", one("social-assistance", "disability", "unemployment", "other"));
                if (random.nextBoolean()) {
                    data.put("benefit", text(64));
                }
            }
            case INCOME_ASSESSED ->
                data.put("year", year)
                        .put("lowIncome", random.nextBoolean())
                        .put("belowSocialMinimum120", random.nextBoolean());
            case DWELLING_REGISTERED -> {
                data.put("buurt", buurt)
                        .put("tenure", one("housing-corporation", "private-rental", "owner-occupied", "unknown"));
                if (random.nextBoolean()) {
                    data.put("wozValue", random.nextLong(1_000_000_001L));
                }
            }
            case RETRACTION -> {
                data.putObject("retracts").put("source", "urn:nld:" + word(500)).put("id", word(1024));
                if (random.nextBoolean()) {
                    data.putObject("origin").put("municipality", "GM0363");
                }
            }
        }
        if (random.nextInt(4) == 0) {
            data.put("unknown", text(30));
        }
        return data;
    }

    /** Data that were right until one thing was changed; they may still be. */
    public ObjectNode tampered(EventType type) {
        ObjectNode data = valid(type);
        List<ObjectNode> objects = new ArrayList<>(List.of(data));
        data.forEach(value -> {
            if (value instanceof ObjectNode object) {
                objects.add(object);
            }
        });
        ObjectNode object = objects.get(random.nextInt(objects.size()));
        List<String> names = new ArrayList<>(List.of("municipality", "country", "id", "bsn", "dwelling"));
        object.fieldNames().forEachRemaining(names::add);
        String name = names.get(random.nextInt(names.size()));
        if (random.nextInt(4) == 0) {
            object.remove(name);
        } else {
            object.set(name, anything());
        }
        return data;
    }

    private JsonNode anything() {
        return switch (random.nextInt(8)) {
            case 0 -> NODES.nullNode();
            case 1 -> NODES.booleanNode(random.nextBoolean());
            case 2 -> NODES.numberNode(random.nextLong(-5, 3000));
            case 3 -> NODES.numberNode(random.nextDouble() + 0.001);
            case 4 -> NODES.arrayNode().add("GM0917");
            case 5 -> NODES.objectNode();
            default -> NODES.textNode(one(STRANGE));
        };
    }

    private ObjectNode person() {
        ObjectNode person = NODES.objectNode();
        return random.nextBoolean() ? person.put("bsn", bsn()) : person.put("id", word(64));
    }

    private String bsn() {
        while (true) {
            int[] digits = random.ints(8, 0, 10).toArray();
            int sum = 0;
            StringBuilder text = new StringBuilder();
            for (int i = 0; i < digits.length; i++) {
                sum += (9 - i) * digits[i];
                text.append(digits[i]);
            }
            if (sum % 11 < 10 && sum > 0) {
                return text.append(sum % 11).toString();
            }
        }
    }

    private ObjectNode residence(String buurt) {
        ObjectNode residence = NODES.objectNode().put("buurt", buurt).put("household", text(256));
        return random.nextBoolean() ? residence : residence.put("dwelling", text(256));
    }

    private ObjectNode place() {
        ObjectNode place = NODES.objectNode();
        return switch (random.nextInt(3)) {
            case 0 -> place;
            case 1 -> place.put("municipality", "GM%04d".formatted(random.nextInt(10_000)));
            default -> place.put("country", one(EventSchemas.countries().toArray(String[]::new)));
        };
    }

    private LocalDate day() {
        return LocalDate.of(1900, 1, 1).plusDays(random.nextInt(44_000));
    }

    private String birthDate() {
        return day().toString().substring(0, new int[] {4, 7, 10}[random.nextInt(3)]);
    }

    private String word(int longest) {
        return characters("ABCxyz_-", longest);
    }

    private String text(int longest) {
        return "h" + characters("Aé €😀/\\\"|,.:\u0001", longest - 1);
    }

    private String characters(String alphabet, int longest) {
        int[] all = alphabet.codePoints().toArray();
        StringBuilder text = new StringBuilder();
        random.ints(1 + random.nextInt(longest), 0, all.length).forEach(i -> text.appendCodePoint(all[i]));
        return text.toString();
    }

    private String one(String... of) {
        return of[random.nextInt(of.length)];
    }
}
