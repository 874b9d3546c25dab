package nl.buurtpuls.ingest.erasure;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.startsWith;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import nl.buurtpuls.contract.event.ErasureHeaders;
import nl.buurtpuls.contract.event.ErasureRequest;
import nl.buurtpuls.ingest.person.Pseudonyms;
import nl.buurtpuls.ingest.testing.Published;
import nl.buurtpuls.ingest.testing.RealKafka;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The door for erasures, with a real broker. */
@QuarkusTest
@QuarkusTestResource(RealKafka.class)
class ErasuresResourceTest {

    private static final String PATH = "/v1/persons/erasures";
    private static final int PARTITIONS = 3;

    private final Pseudonyms pseudonyms;

    ErasuresResourceTest(Pseudonyms pseudonyms) {
        this.pseudonyms = pseudonyms;
    }

    @Test
    void requestIsInEveryPartitionWithThePseudonymAndWithoutTheBsn() {
        Response answer = erase("{\"person\":{\"bsn\":\"999990019\"},\"municipality\":\"GM0917\"}");

        String today = LocalDate.now(ZoneId.of("Europe/Amsterdam")).toString();
        answer.then().statusCode(202).body("effectiveDate", equalTo(today));
        String id = answer.path("id");
        List<ConsumerRecord<String, byte[]>> records = Published.all().stream()
                .filter(record -> ErasureHeaders.isRequest(record.headers()))
                .filter(record -> ErasureHeaders.read(record.headers(), record.value())
                        .id()
                        .equals(id))
                .toList();
        assertThat(records).extracting(ConsumerRecord::partition).containsExactlyInAnyOrder(0, 1, 2);
        assertThat(records).hasSize(PARTITIONS).allSatisfy(record -> {
            ErasureRequest request = ErasureHeaders.read(record.headers(), record.value());
            assertThat(request.person()).isEqualTo(pseudonyms.of("999990019"));
            assertThat(request.municipality()).isEqualTo("GM0917");
            assertThat(request.day()).hasToString(today);
            assertThat(record.key() + new String(record.value(), StandardCharsets.UTF_8) + record.headers())
                    .doesNotContain("999990019");
        });
    }

    @Test
    void personMayBeNamedByThePseudonymThatTheSenderMade() {
        String id = erase("{\"person\":{\"id\":\"anna\"},\"municipality\":\"GM0363\",\"note\":1}")
                .path("id");

        assertThat(Published.all())
                .filteredOn(record -> ErasureHeaders.isRequest(record.headers()))
                .extracting(record -> ErasureHeaders.read(record.headers(), record.value()))
                .filteredOn(request -> request.id().equals(id))
                .extracting(ErasureRequest::person)
                .containsOnly("anna");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"person\":{\"bsn\":\"999990018\"},\"municipality\":\"GM0917\"} | /person/bsn | bsn-eleven-test",
                "{\"person\":{\"id\":\"a b\"},\"municipality\":\"GM0917\"} | /person/id | person-id",
                "{\"person\":{\"id\":\"a\",\"bsn\":\"999990019\"},\"municipality\":\"GM0917\"} | /person | bsn-and-id",
                "{\"person\":{},\"municipality\":\"GM0917\"} | /person/id | required",
                "{\"municipality\":\"GM0917\"} | /person | required",
                "{\"person\":{\"id\":\"a\"}} | /municipality | required",
                "{\"person\":{\"id\":\"a\"},\"municipality\":\"Heerlen\"} | /municipality | municipality-code",
                "{\"person\":{\"id\":\"a\"},\"municipality\":917} | /municipality | wrong-json-type",
                "[] | '' | not-an-object",
                "{\"person\": | '' | malformed-json",
            })
    void whatIsWrongIsNamedAndNothingIsPublished(String body, String pointer, String code) {
        int before = Published.all().size();

        erase(body)
                .then()
                .statusCode(400)
                .contentType("application/problem+json")
                .body("errors[0].pointer", equalTo(pointer))
                .body("errors[0].code", equalTo(code))
                .body("type", startsWith("urn:buurtpuls:problem:"));

        assertThat(Published.all()).hasSize(before);
    }

    @Test
    void otherMediaTypesAreNotRead() {
        given().contentType("text/plain").body("{}").post(PATH).then().statusCode(415);
    }

    @Test
    void bodyThatIsTooLongIsRefused() {
        erase("{\"person\":{\"id\":\"a\"},\"municipality\":\"GM0917\",\"note\":\"" + "x".repeat(70_000) + "\"}")
                .then()
                .statusCode(413);
    }

    private static Response erase(String body) {
        return given().contentType("application/json").body(body).post(PATH);
    }
}
