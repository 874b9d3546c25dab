package nl.buurtpuls.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import nl.buurtpuls.contract.area.AreaTable;
import nl.buurtpuls.contract.event.EventData;
import nl.buurtpuls.contract.event.EventData.IntermunicipalMove;
import nl.buurtpuls.contract.event.EventData.Placement;
import nl.buurtpuls.simulator.table.Municipality;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Areas of more than one municipality, at a part of their size. */
class LargerAreasTest {

    private static final LocalDate FROM = LocalDate.of(2024, 1, 1);

    @ParameterizedTest
    @EnumSource(
            value = Area.class,
            names = {"PARKSTAD", "LIMBURG", "NETHERLANDS"})
    void eachMunicipalityHasItsPartOfTheInhabitantsInBuurtenOfItsOwn(Area area) {
        double scale = 0.02;
        AreaTable areas = AreaTable.shipped();
        Map<String, Integer> inhabitants = new TreeMap<>();
        Set<String> ids = new HashSet<>();
        Simulation.run(new Settings(area, 7, FROM, FROM.plusDays(5), scale), event -> {
            assertThat(ids.add(event.id().id())).isTrue();
            if (event.data() instanceof EventData.Stand stand) {
                inhabitants.merge(stand.municipality(), 1, Integer::sum);
                assertThat(areas.accepts(stand.municipality(), stand.residence().buurt()))
                        .isTrue();
            }
        });

        assertThat(inhabitants.keySet()).containsExactlyInAnyOrderElementsOf(area.municipalities());
        inhabitants.forEach((municipality, count) -> assertThat((double) count)
                .as(municipality)
                .isBetween(
                        Municipality.of(municipality).inhabitants() * scale * 0.9 - 20,
                        Municipality.of(municipality).inhabitants() * scale * 1.1 + 20));
    }

    @Test
    void everyMoveLeavesTheMunicipalityThatThePersonLivesIn() {
        Map<String, String> livesIn = new HashMap<>();
        int[] moves = new int[2];
        Simulation.run(new Settings(Area.PARKSTAD, 7, FROM, FROM.plusYears(2), 0.05), event -> {
            if (event.data() instanceof IntermunicipalMove move
                    && Area.PARKSTAD.municipalities().contains(move.origin().municipality())) {
                moves[0]++;
                moves[1] += move.municipality().equals("GM0917") ? 1 : 0;
                assertThat(livesIn.get(move.person()))
                        .as(move.person())
                        .isEqualTo(move.origin().municipality());
            }
            if (event.data() instanceof Placement placement) {
                livesIn.put(placement.person(), placement.municipality());
            }
        });

        assertThat(moves[0]).isGreaterThan(500);
        assertThat(moves[1]).as("of them to Heerlen").isGreaterThan(100);
    }
}
