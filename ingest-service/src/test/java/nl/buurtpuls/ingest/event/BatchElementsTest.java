package nl.buurtpuls.ingest.event;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import nl.buurtpuls.contract.problem.FieldError;
import nl.buurtpuls.ingest.problem.ProblemException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class BatchElementsTest {

    private static final ObjectMapper JSON = new ObjectMapper();

    @ParameterizedTest
    @ValueSource(
            strings = {
                "[]",
                " [ ] ",
                "[{}]",
                "\n[ {\"a\":1} ,\t{\"b\":[1,{\"c\":2}]}\r\n]\n",
                "[\"]\",\",\",\"\\\"]\",\"\\\\\"]",
                "[1,-2.5e3,true,null,\"\"]",
                "[[],[[],[1,2]],{\"é€\":\"𝄞]\"}]",
            })
    void elementsAreThoseThatAParserFinds(String array) throws IOException {
        byte[] bytes = array.getBytes(StandardCharsets.UTF_8);

        List<JsonNode> found = BatchElements.of(bytes, bytes.length).stream()
                .map(span -> Json.parse(bytes, span.start(), span.length(), null))
                .toList();

        assertThat(found).containsExactlyElementsOf(JSON.readTree(array));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "``            | malformed-json",
                "{}            | not-an-array",
                "7             | not-an-array",
                "[             | malformed-json",
                "[{}           | malformed-json",
                "[{},          | malformed-json",
                "[\"a]         | malformed-json",
                "[\"a\\        | malformed-json",
                "[{]}          | malformed-json",
                "[{},]         | malformed-json",
                "[,{}]         | malformed-json",
                "[{},,{}]      | malformed-json",
                "[{} {}]       | malformed-json",
                "[{}}          | malformed-json",
                "[{}]]         | malformed-json",
                "[{}]}         | malformed-json",
                "[{}}{}]       | malformed-json",
                "[{}}]         | malformed-json",
                "[}{}]         | malformed-json",
                "[1}2]         | malformed-json",
                "[{}]{}]       | malformed-json",
                "[{}] []       | malformed-json",
                "[{},{},       | malformed-json",
            })
    void whatIsNoArrayIsRefusedHereOrAtItsElement(String text, String code) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);

        assertThatThrownBy(() -> BatchElements.of(bytes, bytes.length)
                        .forEach(span -> Json.parse(bytes, span.start(), span.length(), null)))
                .isInstanceOfSatisfying(
                        ProblemException.class,
                        problem -> assertThat(problem.errors())
                                .extracting(FieldError::code)
                                .containsExactly(code));
    }

    /** Whoever accepts what no parser does answers 202 to a body that was damaged on its way. */
    @Property(tries = 20_000)
    void damagedBatchIsAcceptedOnlyIfAParserAcceptsIt(@ForAll long seed) {
        Random random = new Random(seed);
        StringBuilder batch = new StringBuilder("[{\"a\":[1,{}]},{\"b\":\"}]\\\"\"} , {},[[]],7]");
        for (int wounds = 1 + random.nextInt(3); wounds > 0; wounds--) {
            int at = random.nextInt(batch.length());
            String with = random.nextInt(3) == 0 ? "" : "" + "{}[],:\"\\ 1".charAt(random.nextInt(10));
            batch.replace(at, at + random.nextInt(2), with);
        }
        byte[] bytes = batch.toString().getBytes(StandardCharsets.UTF_8);

        List<JsonNode> found;
        try {
            found = BatchElements.of(bytes, bytes.length).stream()
                    .map(span -> Json.parse(bytes, span.start(), span.length(), null))
                    .toList();
        } catch (ProblemException refused) {
            return;
        }
        assertThat(found).as("%s", batch).containsExactlyElementsOf(Json.parse(bytes, 0, bytes.length, null));
    }

    @Test
    void oneTooManyIsRefusedWithoutReadingOn() {
        byte[] most = ("[" + "{},".repeat(BatchElements.MOST - 1) + "{}]").getBytes(StandardCharsets.UTF_8);
        byte[] tooMany = ("[" + "{},".repeat(BatchElements.MOST) + "{},{} no JSON").getBytes(StandardCharsets.UTF_8);

        assertThat(BatchElements.of(most, most.length)).hasSize(BatchElements.MOST);
        assertThatThrownBy(() -> BatchElements.of(tooMany, tooMany.length))
                .isInstanceOf(ProblemException.class)
                .hasMessageContaining("10,000");
    }
}
