package nl.buurtpuls.endtoend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assumptions.abort;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;
import nl.buurtpuls.contract.event.Event;
import nl.buurtpuls.contract.event.EventData.Emigration;
import nl.buurtpuls.contract.event.EventId;
import nl.buurtpuls.contract.topic.Topic;
import nl.buurtpuls.local.process.DataFolder;
import nl.buurtpuls.local.process.Progress;
import nl.buurtpuls.local.stack.Ports;
import nl.buurtpuls.local.stack.Service;
import nl.buurtpuls.local.stack.Stack;
import nl.buurtpuls.local.stack.StackOptions;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;

/** The broker's disk fills while events come in. Where nothing may be mounted this is skipped, and says so. */
@Order(11)
class DiskFullIT {

    private static final int FULL_AT = 96;
    private static final int ROOM_AGAIN = 384;
    /** Each id has so many letters, drawn at random, that compression hardly makes smaller. Digits might make a BSN. */
    private static final int LETTERS = 1000;

    private static final int BATCH = 1000;

    private final Random random = new Random(9);

    @Test
    void fullDiskPromisesNothingLosesNothingAndIsGoneOnFromOnceThereIsRoom() throws Exception {
        Path folder = SharedStack.newFolder("disk-");
        DataFolder data = new DataFolder(folder);
        try (SmallDisk disk = smallDisk(data.kafka())) {
            StackOptions options = new StackOptions(
                    SharedStack.HOME, data, false, new Ports(SharedStack.freeOffset()), Set.of(Service.INGEST));
            try (Stack stack = Stack.start(options, Progress.SILENT)) {
                fillAndMakeRoom(new Running(stack), disk);
            }
        }
    }

    private static SmallDisk smallDisk(Path folder) {
        try {
            return SmallDisk.at(folder, FULL_AT);
        } catch (IOException e) {
            return abort("no small disk can be had here: " + e.getMessage());
        }
    }

    private void fillAndMakeRoom(Running running, SmallDisk disk) throws Exception {
        List<String> promised = new ArrayList<>();
        List<Event> batch = batch();
        HttpResponse<String> answer = running.post(batch);
        while (answer.statusCode() == 202) {
            batch.forEach(event -> promised.add(event.id().id()));
            batch = batch();
            answer = running.post(batch);
        }
        assertThat(promised).hasSizeGreaterThan(20 * BATCH);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(503);
        assertThat(answer.headers().firstValue("Retry-After")).isPresent();
        assertThat(running.post(batch()).statusCode()).as("later on").isEqualTo(503);

        disk.resize(ROOM_AGAIN);
        running.parts().kafka().part().close();
        running.parts().kafka().start();
        List<Event> again = batch;
        await().atMost(Patience.LIMIT).until(() -> running.post(again).statusCode() == 202);
        again.forEach(event -> promised.add(event.id().id()));

        Set<String> held = new HashSet<>();
        for (ConsumerRecord<String, byte[]> record : running.topics().read(Topic.MUTATIONS)) {
            held.add(new String(record.headers().lastHeader("ce_id").value(), StandardCharsets.UTF_8));
        }
        assertThat(promised).isNotEmpty().allMatch(held::contains);
    }

    private List<Event> batch() {
        return IntStream.range(0, BATCH).mapToObj(each -> event()).toList();
    }

    private Event event() {
        StringBuilder id = new StringBuilder(LETTERS);
        random.ints(LETTERS, 0, 2 * 26)
                .forEach(letter -> id.append((char) (letter < 26 ? 'A' + letter : 'a' + letter - 26)));
        return new Event(
                new EventId("urn:nld:x:y", id.toString()),
                Instant.now(),
                new Emigration("somebody", "GM0917", LocalDate.parse("2024-01-01"), null));
    }
}
