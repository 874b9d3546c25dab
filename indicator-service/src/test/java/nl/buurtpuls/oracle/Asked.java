package nl.buurtpuls.oracle;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import nl.buurtpuls.contract.event.Event;

/** Questions to the oracle, short enough for tests. */
final class Asked {

    private Asked() {}

    static NaiveMunicipality heerlen(List<Event> events) {
        return new NaiveMunicipality(Lives.HEERLEN, Published.all(events));
    }

    static NaiveMunicipality brunssum(List<Event> events) {
        return new NaiveMunicipality(Lives.BRUNSSUM, Published.all(events));
    }

    /** A value that must be there. */
    static Double value(NaiveMunicipality municipality, String area, String indicator, String date) {
        Double value =
                municipality.figure(area, indicator, LocalDate.parse(date)).value();
        assertThat(value).as(indicator).isNotNull();
        return value;
    }
}
