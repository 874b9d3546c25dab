package nl.buurtpuls.contract.topic;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import nl.buurtpuls.contract.event.EventType;
import org.junit.jupiter.api.Test;

class AsyncApiTest {

    private static final JsonNode DOCUMENT = AsyncApi.document();

    /** A matter of one service alone. */
    private static final Set<Topic> INTERNAL = Set.of(Topic.MUNICIPAL_FIGURES, Topic.RESIDUES);

    @Test
    void everyTopicThatOthersMayReadIsDescribed() {
        assertThat(DOCUMENT.path("channels").findValuesAsText("address"))
                .containsExactlyInAnyOrder(Arrays.stream(Topic.values())
                        .filter(topic -> !INTERNAL.contains(topic))
                        .map(Topic::topicName)
                        .toArray(String[]::new));
    }

    @Test
    void everyEventTypeIsAMessageWithItsSchema() {
        for (EventType type : EventType.values()) {
            JsonNode named = DOCUMENT.at("/channels/mutations/messages").path(type.typeName());
            JsonNode message = resolved(named.path("$ref").asText());
            assertThat(message.at("/headers/properties/ce_type/const").asText()).isEqualTo(type.typeName());
            assertThat(resolved(message.at("/payload/$ref").asText()).path("properties"))
                    .isNotEmpty();
        }
    }

    @Test
    void everyReferenceLeadsSomewhere() {
        List<String> references = DOCUMENT.findValuesAsText("$ref");

        assertThat(references).hasSizeGreaterThan(50).allSatisfy(reference -> {
            assertThat(resolved(reference).isMissingNode()).as(reference).isFalse();
        });
    }

    @Test
    void everyOperationHasItsChannel() {
        TreeSet<String> used = new TreeSet<>();
        DOCUMENT.path("operations")
                .forEach(operation ->
                        used.add(operation.at("/channel/$ref").asText().substring("#/channels/".length())));
        TreeSet<String> there = new TreeSet<>();
        DOCUMENT.path("channels").fieldNames().forEachRemaining(there::add);
        assertThat(used).isEqualTo(there);
    }

    /** For the lint, which is no Java program and holds it against the schema of AsyncAPI itself. */
    @Test
    void documentIsLeftForTheLint() throws IOException {
        Path file = Path.of("target", "asyncapi.json");

        new ObjectMapper().writerWithDefaultPrettyPrinter().writeValue(file.toFile(), DOCUMENT);

        assertThat(new ObjectMapper().readTree(file.toFile())).isEqualTo(DOCUMENT);
    }

    /** A token in a pointer may have dots, but neither slash nor tilde here. */
    private static JsonNode resolved(String reference) {
        assertThat(reference).startsWith("#/");
        return DOCUMENT.at(reference.substring(1));
    }
}
