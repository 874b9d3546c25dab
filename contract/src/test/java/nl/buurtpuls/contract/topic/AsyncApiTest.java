package nl.buurtpuls.contract.topic;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import nl.buurtpuls.contract.event.ErasureHeaders;
import nl.buurtpuls.contract.event.ErasureRequest;
import nl.buurtpuls.contract.event.EventType;
import org.apache.kafka.common.header.Header;
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

    /** A record of the mutations that is no event of a register. */
    @Test
    void aRequestForErasureIsAMessageAsItIsWritten() throws IOException {
        ErasureRequest request =
                new ErasureRequest("r-1", Instant.EPOCH, "someone", "GM0917", LocalDate.parse("2024-06-01"));
        JsonNode message = resolved(DOCUMENT.at("/channels/mutations/messages")
                .path(ErasureHeaders.TYPE)
                .path("$ref")
                .asText());
        List<Header> headers = ErasureHeaders.write(request);

        List<String> attributes = new ArrayList<>();
        message.at("/headers/required").forEach(name -> attributes.add(name.asText()));
        assertThat(headers.stream().map(Header::key)).containsAll(attributes);
        assertThat(headers).anySatisfy(header -> {
            assertThat(header.key()).isEqualTo("ce_type");
            assertThat(new String(header.value(), StandardCharsets.UTF_8))
                    .isEqualTo(message.at("/headers/properties/ce_type/const").asText());
        });
        JsonNode payload = new ObjectMapper().readTree(ErasureHeaders.data(request));
        List<String> required = new ArrayList<>();
        message.at("/payload/required").forEach(name -> required.add(name.asText()));
        assertThat(required).containsExactlyInAnyOrderElementsOf(names(payload));
        assertThat(names(message.at("/payload/properties"))).containsExactlyInAnyOrderElementsOf(names(payload));
    }

    private static List<String> names(JsonNode object) {
        List<String> names = new ArrayList<>();
        object.fieldNames().forEachRemaining(names::add);
        return names;
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
