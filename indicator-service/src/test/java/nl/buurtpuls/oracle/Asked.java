package nl.buurtpuls.oracle;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import nl.buurtpuls.contract.event.Event;

/** Questions to the oracle, short enough for tests. */
final class Asked {

    /**
     * Parkstad with Heerlen, Brunssum, Kerkrade and Landgraaf lies in Zuid-Limburg, where Maastricht lies too; Venlo in
     * the same province; Amsterdam and Alphen aan den Rijn. Scores made up for these tests.
     */
    static final Geography GEOGRAPHY = new Geography(
            code -> switch (code) {
                case "GM0917", "GM0899", "GM0928", "GM0882" -> List.of("Parkstad", "Zuid-Limburg");
                case "GM0935" -> List.of("Zuid-Limburg");
                case "GM0983" -> List.of("Noord-Limburg");
                case "GM0363" -> List.of("Groot-Amsterdam");
                case "GM0484" -> List.of("Oost-Zuid-Holland");
                default -> List.of();
            },
            code -> switch (code) {
                case "GM0917", "GM0899", "GM0928", "GM0882", "GM0935", "GM0983" -> "PV31";
                case "GM0363" -> "PV27";
                case "GM0484" -> "PV28";
                default -> null;
            },
            code -> switch (code) {
                case "GM0917" -> -0.5;
                case "GM0899" -> -0.1;
                case "GM0882" -> 0.001;
                case "GM0935" -> 0.0;
                case "GM0983" -> 0.2;
                case "GM0363" -> 0.1;
                case "GM0484" -> 0.153;
                default -> null;
            });

    private Asked() {}

    static NaiveMunicipality heerlen(List<Event> events) {
        return new NaiveMunicipality(Lives.HEERLEN, Published.all(events), GEOGRAPHY);
    }

    static NaiveMunicipality brunssum(List<Event> events) {
        return new NaiveMunicipality(Lives.BRUNSSUM, Published.all(events), GEOGRAPHY);
    }

    /** A value that must be there. */
    static Double value(NaiveMunicipality municipality, String area, String indicator, String date) {
        Double value =
                municipality.figure(area, indicator, LocalDate.parse(date)).value();
        assertThat(value).as(indicator).isNotNull();
        return value;
    }
}
