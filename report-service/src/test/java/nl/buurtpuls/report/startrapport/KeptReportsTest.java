package nl.buurtpuls.report.startrapport;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import nl.buurtpuls.report.indicator.Language;
import nl.buurtpuls.report.startrapport.KeptReports.Key;
import org.junit.jupiter.api.Test;

class KeptReportsTest {

    private static final LocalDate DATE = LocalDate.of(2024, 1, 1);
    private static final Key HEERLEN = new Key("GM0917", DATE, Language.NL, false);

    private final KeptReports kept = new KeptReports();

    private static StartReport report(String title) {
        return new StartReport(
                "GM0917",
                "Heerlen",
                "municipality",
                "Heerlen",
                DATE,
                "nl",
                title,
                null,
                List.of(),
                List.of(),
                null,
                List.of());
    }

    @Test
    void aReportHoldsOnlyForTheStateItWasWrittenFrom() {
        StartReport first = report("first");
        kept.keep(HEERLEN, "10:10:", first);

        assertThat(kept.find(HEERLEN, "10:10:")).isSameAs(first);
        assertThat(kept.find(HEERLEN, "10:12:10")).isNull();
        assertThat(kept.find(new Key("GM0917", DATE, Language.EN, false), "10:10:"))
                .isNull();
        assertThat(kept.find(new Key("GM0917", DATE.plusDays(1), Language.NL, false), "10:10:"))
                .isNull();

        assertThat(kept.find(new Key("GM0917", DATE, Language.NL, true), "10:10:"))
                .isNull();

        StartReport second = report("second");
        kept.keep(HEERLEN, "11:11:", second);

        assertThat(kept.find(HEERLEN, "11:11:")).isSameAs(second);
        assertThat(kept.find(HEERLEN, "10:10:")).isNull();
    }

    @Test
    void whatWasNotAskedForLongestGoesFirst() {
        kept.keep(HEERLEN, "1:1:", report("old"));
        for (int day = 1; day < 50; day++) {
            kept.keep(new Key("HN", DATE.plusDays(day), Language.NL, false), "1:1:", report("other"));
        }
        assertThat(kept.find(HEERLEN, "1:1:")).isNotNull();

        kept.keep(new Key("HN", DATE.plusDays(50), Language.NL, false), "1:1:", report("one too many"));

        assertThat(kept.find(HEERLEN, "1:1:")).isNotNull();
        assertThat(kept.find(new Key("HN", DATE.plusDays(1), Language.NL, false), "1:1:"))
                .isNull();
    }
}
