package nl.buurtpuls.report.disclosure;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import nl.buurtpuls.contract.area.AreaTable;
import nl.buurtpuls.contract.indicator.Anchor;
import nl.buurtpuls.contract.indicator.Series;
import nl.buurtpuls.report.ledger.LedgerFigures;
import nl.buurtpuls.report.ledger.LedgerReader.Retained;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PublishedRetentionTest {

    private static final String BUURT = "BU09172100";

    private final Protection protection = Protection.of(Usual.RULES, "a secret".getBytes(), AreaTable.shipped());

    /** As the share of the residents of a year ago who live there still, which is the same figure. */
    @ParameterizedTest
    @CsvSource({"205, 200, false", "205, 150, true", "205, 205, false", "205, 3, false"})
    void shareIsGivenWhereThoseWhoStayedAndTheOthersAreProvedToBeMany(long residents, long stayed, boolean shown) {
        assertThat(retention(residents, stayed, false).share().isSuppressed()).isEqualTo(!shown);
    }

    @ParameterizedTest
    @CsvSource({"205", "1003"})
    void onTheDayItselfAllAreThere(long residents) {
        assertThat(retention(residents, residents, true).share())
                .usingRecursiveComparison()
                .isEqualTo(new PublishedNumber(1.0, false));
    }

    private PublishedRetention retention(long residents, long stayed, boolean sameDay) {
        return PublishedRetention.of(
                new Retained(residents, stayed, 0), protection.round(new People(residents)), sameDay, protection);
    }

    /** So many people in a buurt, at all times. */
    private record People(long count) implements LedgerFigures {
        @Override
        public String area() {
            return BUURT;
        }

        @Override
        public LocalDate date() {
            return LocalDate.EPOCH;
        }

        @Override
        public long total(Series series, Anchor anchor) {
            return count;
        }

        @Override
        public long moment(Series series, Anchor anchor) {
            return 0;
        }

        @Override
        public List<LedgerFigures> buurten() {
            return List.of();
        }

        @Override
        public LedgerFigures municipality() {
            return this;
        }
    }
}
