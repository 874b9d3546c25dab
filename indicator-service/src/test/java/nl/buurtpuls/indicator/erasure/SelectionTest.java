package nl.buurtpuls.indicator.erasure;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import nl.buurtpuls.contract.event.Event;
import nl.buurtpuls.contract.event.EventData;
import nl.buurtpuls.contract.event.EventHeaders;
import nl.buurtpuls.contract.event.EventId;
import nl.buurtpuls.contract.event.EventJson;
import nl.buurtpuls.contract.event.PartialDate;
import nl.buurtpuls.contract.event.Place;
import nl.buurtpuls.contract.event.Residence;
import nl.buurtpuls.indicator.erasure.Selection.EventOf;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.record.TimestampType;
import org.junit.jupiter.api.Test;

/** Which records of a partition, which several municipalities share, stay when anna is erased. */
class SelectionTest {

    private static final EventId ID = new EventId("urn:test", "7");
    private static final Instant TEN = Instant.parse("2024-01-01T10:00:00Z");
    private static final Instant NINE = Instant.parse("2024-01-01T09:00:00Z");

    private final List<ConsumerRecord<byte[], byte[]>> records = new ArrayList<>();

    @Test
    void whatAnotherMunicipalityCallsTheSameStays() {
        sent("GM0917", new Event(ID, TEN, stand("anna", "GM0917", "BU09172100")));
        sent("GM0899", new Event(ID, TEN, stand("bram", "GM0899", "BU08990000")));

        Selection selection = erasing("anna");

        assertThat(kept(selection)).containsExactly(1L);
        assertThat(selection.events()).containsExactly(new EventOf("GM0917", ID));
    }

    @Test
    void ofTwoContentsUnderOneKeyTheOtherGoesWhereAnnasCounts() {
        sent("GM0917", new Event(ID, NINE, stand("anna", "GM0917", "BU09172100")));
        sent("GM0917", new Event(ID, TEN, stand("bram", "GM0917", "BU09172100")));

        assertThat(kept(erasing("anna"))).isEmpty();
    }

    /** As the engine has it: what the register said itself counts before an earlier move that another told. */
    @Test
    void whatTheRegisterSaidItselfIsNotTakenAlongByWhatAnotherTold() {
        sent("GM0917", new Event(ID, TEN, stand("bram", "GM0917", "BU09172100")));
        sent(
                "GM0917",
                new Event(
                        ID,
                        NINE,
                        new EventData.IntermunicipalMove(
                                "anna",
                                "GM0899",
                                LocalDate.parse("2023-12-01"),
                                PartialDate.parse("1980"),
                                new Residence("BU08990000", "h", null),
                                Place.municipality("GM0917"))));

        assertThat(kept(erasing("anna"))).containsExactly(0L);
    }

    private static EventData stand(String person, String municipality, String buurt) {
        return new EventData.Stand(
                person,
                municipality,
                LocalDate.parse("2023-12-01"),
                PartialDate.parse("1980"),
                new Residence(buurt, "h", null),
                null);
    }

    private void sent(String key, Event event) {
        records.add(new ConsumerRecord<>(
                "buurtpuls.mutations",
                0,
                records.size(),
                0,
                TimestampType.CREATE_TIME,
                0,
                0,
                key.getBytes(StandardCharsets.UTF_8),
                EventJson.write(event.data()),
                new RecordHeaders(EventHeaders.write(event)),
                Optional.empty()));
    }

    private Selection erasing(String person) {
        Selection selection = new Selection(0, Map.of(person, (long) records.size()));
        records.forEach(selection::collect);
        records.forEach(selection::contest);
        return selection;
    }

    private List<Long> kept(Selection selection) {
        return records.stream()
                .filter(selection::keeps)
                .map(ConsumerRecord::offset)
                .toList();
    }
}
