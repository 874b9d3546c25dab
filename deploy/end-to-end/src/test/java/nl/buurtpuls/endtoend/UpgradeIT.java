package nl.buurtpuls.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.Statement;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import nl.buurtpuls.contract.event.Event;
import nl.buurtpuls.contract.event.EventHeaders;
import nl.buurtpuls.contract.event.EventJson;
import nl.buurtpuls.contract.topic.Topic;
import nl.buurtpuls.local.stack.Service;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.internals.RecordHeader;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;

/**
 * While services are replaced one after another, those of before meet what those of the release after write, and a database
 * that was migrated ahead of them: by the rules in {@code docs/upgrading.md} they go on.
 */
@OnSharedStack
@Order(6)
class UpgradeIT {

    private static final LocalDate SINCE = LocalDate.parse("2024-01-01");

    private final Running stack;

    UpgradeIT(Running stack) {
        this.stack = stack;
    }

    @Test
    void mutationOfTheReleaseAfterIsReadWithoutWhatIsNewInIt() throws Exception {
        Register almelo = new Register("GM0141");
        Event event = almelo.lives("upgraded", almelo.buurt(101), SINCE);
        ObjectNode data = (ObjectNode) Running.JSON.readTree(EventJson.write(event.data()));
        data.put("certainty", "high").putObject("registrar").put("office", 3);
        ((ObjectNode) data.get("residence")).put("floor", 2);
        List<Header> headers = new ArrayList<>(EventHeaders.write(event));
        headers.removeIf(header -> header.key().equals("ce_dataschema"));
        headers.add(header("ce_dataschema", "urn:buurtpuls:schema:stand:2"));
        headers.add(header("ce_sequence", "17"));

        stack.topics()
                .write(new ProducerRecord<>(
                        Topic.MUTATIONS.topicName(),
                        null,
                        almelo.municipality(),
                        Running.JSON.writeValueAsBytes(data),
                        headers));

        stack.awaitReadable();
        assertThat(population(almelo.buurt(101))).isEqualTo(1);
    }

    @Test
    void cellsAndIndicatorsOfTheReleaseAfterArePassedOver() throws Exception {
        Register winterswijk = new Register("GM0294");
        stack.send(winterswijk.lives("of-now", winterswijk.buurt(101), SINCE));
        stack.awaitReadable();
        ConsumerRecord<String, byte[]> told = stack.topics().read(Topic.SNAPSHOTS).stream()
                .filter(record -> record.key().equals(winterswijk.buurt(101)))
                .reduce((before, after) -> after)
                .orElseThrow();
        ObjectNode snapshot = (ObjectNode) Running.JSON.readTree(told.value());
        snapshot.put("confidence", 0.9);
        ((ObjectNode) snapshot.get("indicators"))
                .set("happiness.share", snapshot.at("/indicators/population").deepCopy());

        stack.topics()
                .write(
                        Topic.LEDGER,
                        winterswijk.buurt(101) + "|happiness|any|2024-01-01",
                        "7".getBytes(StandardCharsets.US_ASCII));
        stack.topics().write(Topic.SNAPSHOTS, told.key(), Running.JSON.writeValueAsBytes(snapshot));
        stack.send(winterswijk.lives("of-then", winterswijk.buurt(102), SINCE));

        stack.awaitReadable();
        assertThat(population(winterswijk.buurt(101))).isEqualTo(1);
        assertThat(population(winterswijk.buurt(102))).isEqualTo(1);
        assertThat(population("GM0294")).isEqualTo(2);
        assertThat(stack.topics().read(Topic.DEAD_LETTERS))
                .noneMatch(letter -> letter.key().startsWith(winterswijk.buurt(101)));
    }

    @Test
    void databaseThatIsAheadServesThoseOfBeforeAlsoWhenTheyStartAnew() throws Exception {
        Register assen = new Register("GM0106");
        try (Connection database = stack.parts().postgres().connect();
                Statement statement = database.createStatement()) {
            statement.execute("alter table cell add column certainty text;"
                    + " alter table snapshot add column confidence double precision;"
                    + " create table release_after (id int primary key);"
                    + " insert into flyway_schema_history (installed_rank, version, description, type, script, checksum,"
                    + " installed_by, execution_time, success) select max(installed_rank) + 1, '999', 'release after',"
                    + " 'SQL', 'V999__release_after.sql', 1, 'next', 1, true from flyway_schema_history");
            try {
                stack.send(assen.lives("meanwhile", assen.buurt(101), SINCE));
                stack.awaitReadable();
                assertThat(population(assen.buurt(101)))
                        .as("migrated while it runs")
                        .isEqualTo(1);

                stack.parts().restart(Service.REPORT);
                stack.send(assen.lives("after", assen.buurt(101), SINCE));
                stack.awaitReadable();
                assertThat(population(assen.buurt(101)))
                        .as("started on a schema ahead of it")
                        .isEqualTo(2);
            } finally {
                statement.execute("alter table cell drop column certainty; alter table snapshot drop column confidence;"
                        + " drop table release_after; delete from flyway_schema_history where version = '999'");
            }
        }
    }

    private int population(String area) throws Exception {
        return stack.snapshot(area).at("/indicators/population/value").asInt();
    }

    private static Header header(String name, String value) {
        return new RecordHeader(name, value.getBytes(StandardCharsets.UTF_8));
    }
}
