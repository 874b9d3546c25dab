package nl.buurtpuls.report.alert;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.runtime.Startup;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** The rules that are shipped, with why their lines lie where they lie. They are put in force where there never was a rule. */
@ApplicationScoped
@Startup
class StarterSet {

    private static final String FILE = "/alert/starter-set.json";
    private static final String BY = "starter-set";
    private static final Duration FIRST_PAUSE = Duration.ofMillis(500);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(10);

    private final RuleStore rules;
    private final AlertConfig config;
    private final ObjectMapper json;

    StarterSet(RuleStore rules, AlertConfig config, ObjectMapper json) {
        this.rules = rules;
        this.config = config;
        this.json = json;
    }

    void start(@Observes StartupEvent event) {
        if (config.starterSet()) {
            rules.isUntouched()
                    .chain(untouched ->
                            untouched ? putInForce() : Uni.createFrom().voidItem())
                    .onFailure()
                    .retry()
                    .withBackOff(FIRST_PAUSE, LONGEST_PAUSE)
                    .indefinitely()
                    .subscribe()
                    .with(any -> {});
        }
    }

    private Uni<Void> putInForce() {
        return Multi.createFrom()
                .iterable(read(json))
                .onItem()
                .transformToUniAndConcatenate(rule -> rules.make(rule, BY))
                .collect()
                .asList()
                .replaceWithVoid();
    }

    /** The rules of the file, all of which hold together. */
    static List<AlertRule> read(ObjectMapper json) {
        try (InputStream in = StarterSet.class.getResourceAsStream(FILE)) {
            List<AlertRule> rules = new ArrayList<>();
            for (JsonNode each : json.readTree(in)) {
                RuleReader.Result result = RuleReader.read(each, any -> true, new WebhookPolicy(false, false));
                if (result.rule() == null) {
                    throw new IllegalStateException(FILE + ": " + result.errors());
                }
                rules.add(result.rule());
            }
            return rules;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
