package nl.buurtpuls.report.disclosure;

import static org.assertj.core.api.Assertions.assertThat;

import nl.buurtpuls.contract.area.AreaTable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class LayoutTest {

    private final AreaTable table = AreaTable.shipped();
    private final Layout layout = new Layout(table, Usual.RULES.fewestBuurten());

    /** Flevoland and Utrecht are provinces and COROP regions; Delfzijl en omgeving is the municipality of Eemsdelta. */
    @ParameterizedTest
    @CsvSource({"PV24,CR40", "PV26,CR17", "CR02,GM1979"})
    void areasThatHoldTheSamePeopleAreRoundedAsOne(String one, String other) {
        assertThat(layout.cellOf(one)).isEqualTo(layout.cellOf(other));

        Protection protection = Protection.of(Usual.RULES, "a secret".getBytes(), table);
        for (long count = 0; count < 25; count++) {
            assertThat(protection.rounding().round(count, one, "a count"))
                    .isEqualTo(protection.rounding().round(count, other, "a count"));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"NL", "PV31", "CR39", "GM0917", "HN", "WK091720", "BU09172100"})
    void allOthersAreRoundedByTheirOwnName(String area) {
        assertThat(layout.cellOf(area)).isEqualTo(area);
    }

    @Test
    void noTwoOthersAreRoundedAsOne() {
        long areas = table.all().size();
        long cells = table.all().stream()
                .map(area -> layout.cellOf(area.code()))
                .distinct()
                .count();

        assertThat(areas - cells).as("areas that hold what another holds").isEqualTo(3);
    }
}
