package nl.buurtpuls.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import nl.buurtpuls.contract.event.Event;
import nl.buurtpuls.contract.event.EventData.Stand;
import nl.buurtpuls.contract.event.EventId;
import nl.buurtpuls.contract.event.PartialDate;
import nl.buurtpuls.contract.event.Residence;
import nl.buurtpuls.local.stack.Service;
import org.junit.jupiter.api.Test;

/** What breaks is mended without a figure lost or counted twice. */
class BrokenPartsIT {

    private static final Running STACK = Running.stack();
    private static final int PEOPLE = 4_000;

    @Test
    void engineKilledTwiceWhileEventsFlowCountsEveryoneOnce() throws Exception {
        Thread sender = sender(people("GM0888", PEOPLE));
        Thread.sleep(400);
        STACK.parts().kill(Service.INDICATOR);
        STACK.parts().restart(Service.INDICATOR);
        STACK.parts().kill(Service.INDICATOR);
        STACK.parts().restart(Service.INDICATOR);
        sender.join();

        assertEveryoneIsCountedOnce("GM0888");
    }

    @Test
    void reportKilledWhileCellsFlowCountsEveryoneOnce() throws Exception {
        Thread sender = sender(people("GM0965", PEOPLE));
        Thread.sleep(700);
        STACK.parts().kill(Service.REPORT);
        STACK.parts().restart(Service.REPORT);
        sender.join();

        assertEveryoneIsCountedOnce("GM0965");
    }

    @Test
    void withoutKafkaNothingIsPromisedAndWhatWasPromisedIsThere() throws Exception {
        List<Event> people = people("GM1954", 200);
        assertThat(post(people.subList(0, 100)).statusCode()).isEqualTo(202);

        STACK.parts().kafka().part().kill();
        HttpResponse<String> refused = post(people.subList(100, 200));
        assertThat(refused.statusCode()).isEqualTo(503);
        assertThat(refused.headers().firstValue("Retry-After")).isPresent();
        assertThat(refused.headers().firstValue("Content-Type").orElse("")).startsWith("application/problem+json");

        STACK.parts().kafka().part().close();
        STACK.parts().kafka().start();
        STACK.parts().kafka().awaitReady();
        int status = 503;
        for (int attempt = 0; attempt < 20 && status != 202; attempt++) {
            status = post(people.subList(100, 200)).statusCode();
        }
        assertThat(status).isEqualTo(202);

        STACK.awaitReadable();
        assertThat(population("GM1954")).isEqualTo(200);
    }

    private static void assertEveryoneIsCountedOnce(String municipality) throws Exception {
        STACK.awaitReadable();
        assertThat(population(municipality)).isEqualTo(PEOPLE);
        long sum = 0;
        for (int buurt = 0; buurt < 10; buurt++) {
            sum += population("BU" + municipality.substring(2) + "000" + buurt);
        }
        assertThat(sum).isEqualTo(PEOPLE);
    }

    private static long population(String area) throws Exception {
        return STACK.read("/v1/areas/" + area + "/snapshot?date=2024-01-01")
                .at("/indicators/population/value")
                .asLong();
    }

    private static Thread sender(List<Event> people) {
        Thread sender = new Thread(() -> {
            try {
                assertThat(STACK.postBulk(people).body()).contains("\"refused\":0");
            } catch (Exception e) {
                throw new IllegalStateException(e);
            }
        });
        sender.start();
        return sender;
    }

    private static HttpResponse<String> post(List<Event> events) throws Exception {
        String batch = "[" + Running.lines(events).strip().replace("\n", ",") + "]";
        return STACK.post("/v1/events", "application/cloudevents-batch+json", batch);
    }

    private static List<Event> people(String municipality, int count) {
        List<Event> people = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            String buurt = "BU" + municipality.substring(2) + "000" + i % 10;
            people.add(new Event(
                    new EventId("urn:nld:oin:00000001001234567000:systeem:stand", municipality + "-" + i),
                    Instant.parse("2024-01-01T10:00:00Z"),
                    new Stand(
                            municipality + "-p" + i,
                            municipality,
                            LocalDate.parse("2024-01-01"),
                            PartialDate.parse("1980-05-0" + (1 + i % 9)),
                            new Residence(buurt, "h" + i / 2, null),
                            null)));
        }
        return people;
    }
}
