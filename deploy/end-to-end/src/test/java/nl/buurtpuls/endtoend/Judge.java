package nl.buurtpuls.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import nl.buurtpuls.contract.event.Event;
import nl.buurtpuls.contract.event.EventHeaders;
import nl.buurtpuls.contract.event.EventId;
import nl.buurtpuls.contract.topic.Topic;
import nl.buurtpuls.oracle.NaiveCountry;

/** Plain counting from what was sent, as the judge of all that came of it. */
final class Judge {

    private static final List<LocalDate> DATES =
            List.of(LocalDate.parse("2016-02-29"), LocalDate.parse("2021-03-01"), LocalDate.parse("2025-02-28"));

    private final Running stack;

    Judge(Running stack) {
        this.stack = stack;
    }

    /** How many events that were acknowledged are not in the topic. */
    int lost(List<World> worlds) {
        Set<String> published = stack.topics().read(Topic.MUTATIONS).stream()
                // Poison has none.
                .filter(record -> record.headers().lastHeader("ce_type") != null)
                .map(record -> name(
                        record.key(),
                        EventHeaders.read(record.headers(), record.value()).id()))
                .collect(Collectors.toSet());
        Set<String> acknowledged = new HashSet<>();
        for (World world : worlds) {
            for (Event event : world.events()) {
                Stream.of(event.data().municipality(), event.data().municipalityLeft())
                        .filter(key -> key != null)
                        .forEach(key -> acknowledged.add(name(key, event.id())));
            }
        }
        acknowledged.removeAll(published);
        return acknowledged.size();
    }

    private static String name(String key, EventId id) {
        return key + " " + id.source() + " " + id.id();
    }

    /**
     * Holds every figure of every area against plain counting, and those of the country against the sum of it.
     *
     * @param worlds all that the country has
     * @return how many figures that were
     */
    int compared(List<World> worlds) throws Exception {
        int compared = 0;
        for (World world : worlds) {
            for (String municipality : world.municipalities()) {
                Recount recount = new Recount(stack, world, municipality);
                for (LocalDate date : DATES) {
                    compared += recount.assertSnapshots(date).size()
                            * recount.areas().size();
                }
                compared +=
                        recount.assertSnapshots(null).size() * recount.areas().size();
            }
        }
        return compared + comparedOfTheCountry(worlds);
    }

    private int comparedOfTheCountry(List<World> worlds) throws Exception {
        JsonNode snapshot = stack.snapshot("NL");
        LocalDate date = LocalDate.parse(snapshot.get("date").asText());
        List<NaiveCountry> recounts =
                worlds.stream().map(World::recountedTogether).toList();
        int compared = 0;
        // Shares are of these, and an index is no sum.
        for (String id : NaiveCountry.counts()) {
            double sum = 0;
            for (int i = 0; i < worlds.size(); i++) {
                sum += recounts.get(i)
                        .figure(worlds.get(i).municipalities(), id, date)
                        .numerator();
            }
            assertThat(snapshot.at("/indicators/" + id + "/value").asDouble())
                    .as("%s of the country", id)
                    .isEqualTo(sum);
            compared++;
        }
        assertThat(compared).isPositive();
        return compared;
    }
}
