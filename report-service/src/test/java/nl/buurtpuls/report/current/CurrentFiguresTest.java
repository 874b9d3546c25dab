package nl.buurtpuls.report.current;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import nl.buurtpuls.contract.indicator.Catalogue;
import nl.buurtpuls.contract.indicator.Indicator;
import nl.buurtpuls.contract.snapshot.Point;
import nl.buurtpuls.contract.snapshot.Snapshot;
import nl.buurtpuls.report.testing.Noon;
import nl.buurtpuls.report.testing.Patience;
import nl.buurtpuls.report.testing.Publisher;
import nl.buurtpuls.report.testing.ServiceTest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What is at hand of current snapshots. The database gives itself away: it stores other residents than it is given. */
@ServiceTest
class CurrentFiguresTest {

    private static final int AS_STORED = 900;

    @Inject
    CurrentFigures figures;

    @Inject
    Publisher publisher;

    @Inject
    ObjectMapper json;

    @Inject
    Pool pool;

    @BeforeEach
    void storeOtherResidents() {
        execute("create or replace function other_residents() returns trigger language plpgsql as $$ begin"
                + " new.body := regexp_replace(new.body, '800', '" + AS_STORED + "', 'g'); return new; end $$");
        execute("create or replace trigger other_residents before insert or update on snapshot"
                + " for each row when (new.area like 'BU0217%') execute function other_residents()");
    }

    @AfterEach
    void storeAsGiven() {
        execute("drop trigger other_residents on snapshot");
    }

    @Test
    void whatThisInstanceHasTakenFromKafkaIsNotReadFromTheDatabaseAgain() throws JsonProcessingException {
        String buurt = seven("BU02170001");

        publish(buurt, 800);
        awaitResidents(buurt, 800);

        // Behind its back: it expects nothing more.
        execute("update snapshot set date = date where area = '" + buurt + "'");
        awaitResidents(buurt, AS_STORED);
    }

    @Test
    void whatAnotherInstanceHasStoredIsReadThoughAnotherIsExpected() throws JsonProcessingException {
        String buurt = seven("BU02170002");

        figures.expect(snapshot(buurt, 800), Long.MAX_VALUE);

        execute("update snapshot set body = replace(body, ':7', ':800'), version = version + 1 where area = '" + buurt
                + "'");

        awaitResidents(buurt, AS_STORED);
    }

    /** Offsets of one generation's topic are nothing to those of another. */
    @Test
    void whatIsExpectedOfAnotherGenerationIsNotTakenForWhatIsRead() throws JsonProcessingException {
        String buurt = seven("BU02170003");

        figures.expect(snapshot(buurt, 800), 41);

        execute("update current_generation set number = number + 1");
        try {
            execute("update snapshot set body = replace(body, ':7', ':800'), version = 41 where area = '" + buurt
                    + "'");
            awaitResidents(buurt, AS_STORED);
        } finally {
            execute("update current_generation set number = number - 1");
        }
    }

    /** A buurt that is known to have seven residents. */
    private String seven(String buurt) throws JsonProcessingException {
        publish(buurt, 7);
        awaitResidents(buurt, 7);
        return buurt;
    }

    private void publish(String buurt, int residents) throws JsonProcessingException {
        publisher
                .snapshot(buurt, json.writeValueAsString(snapshot(buurt, residents)))
                .done();
    }

    private static Snapshot snapshot(String buurt, int residents) {
        Point point = new Point(residents, residents, null, false);
        return new Snapshot(buurt, "Een buurt", Noon.TODAY, null, null, Map.of("population", point));
    }

    private void awaitResidents(String buurt, int residents) {
        Indicator population = Catalogue.find("population").orElseThrow();
        await().atMost(Patience.LIMIT)
                .untilAsserted(() -> assertThat(figures.of(List.of(buurt), population, Noon.TODAY))
                        .hasEntrySatisfying(
                                buurt, point -> assertThat(point.value()).isEqualTo((long) residents)));
    }

    private void execute(String statement) {
        pool.query(statement).execute().await().atMost(Patience.LIMIT);
    }
}
