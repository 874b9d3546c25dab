package nl.buurtpuls.report;

import static nl.buurtpuls.report.testing.ExactReader.get;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import jakarta.inject.Inject;
import jakarta.inject.Provider;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import nl.buurtpuls.contract.indicator.Measure;
import nl.buurtpuls.report.testing.Patience;
import nl.buurtpuls.report.testing.Publisher;
import nl.buurtpuls.report.testing.ServiceTest;
import org.apache.kafka.clients.admin.Admin;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;

@ServiceTest
@Order(1)
class LateTopicsTest {

    @Inject
    @ConfigProperty(name = "kafka.bootstrap.servers")
    String bootstrapServers;

    @Inject
    Provider<Publisher> publisher;

    @Test
    void aServiceThatStartsBeforeItsTopicsExistLivesAndReadsThemOnceTheyDo()
            throws ExecutionException, InterruptedException {
        try (Admin admin = Admin.create(Map.of("bootstrap.servers", bootstrapServers))) {
            assertThat(admin.listTopics().names().get()).doesNotContain("buurtpuls.ledger", "buurtpuls.snapshots");
        }
        assertThat(get("/q/health/live").statusCode()).isEqualTo(200);

        publisher.get().cell("BU03630001", Measure.POPULATION, "2020-01-01", 5).done();

        await().atMost(Patience.LIMIT)
                .untilAsserted(() -> assertThat(population("BU03630001")).isEqualTo(5));
        await().atMost(Patience.LIMIT)
                .untilAsserted(
                        () -> assertThat(get("/q/health/ready").statusCode()).isEqualTo(200));
    }

    private static int population(String area) {
        return get("/v1/areas/{area}/snapshot?date=2024-01-01", area).path("indicators.population.value");
    }
}
