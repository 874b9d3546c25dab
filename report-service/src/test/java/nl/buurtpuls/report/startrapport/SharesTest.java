package nl.buurtpuls.report.startrapport;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import nl.buurtpuls.contract.snapshot.Point;
import org.junit.jupiter.api.Test;

class SharesTest {

    private static final Point SUPPRESSED = new Point(null, null, null, true);

    private static Point count(long n) {
        return new Point(n, n, null, false);
    }

    @Test
    void partsTogetherAreSetAgainstTheWhole() {
        assertThat(Shares.share(List.of(count(380), count(46)), List.of(count(1_251))))
                .isEqualTo(new Point(426 / 1_251.0, 426L, 1_251L, false));
    }

    @Test
    void aShareOfNothingIsUndefined() {
        assertThat(Shares.share(List.of(count(0)), List.of(count(0)))).isEqualTo(new Point(null, 0L, 0L, false));
    }

    @Test
    void pooledSharesWeighByTheirDenominators() {
        Point few = new Point(0.5, 1, 2, false);
        Point many = new Point(0.1, 10, 100, false);
        Point none = new Point(null, 0, 0, false);

        assertThat(Shares.pooled(List.of(few, many, none))).isEqualTo(new Point(11 / 102.0, 11L, 102L, false));
    }

    @Test
    void whatIsMadeOfASuppressedFigureIsSuppressed() {
        assertThat(Shares.share(List.of(SUPPRESSED), List.of(count(10)))).isEqualTo(SUPPRESSED);
        assertThat(Shares.share(List.of(count(10)), List.of(SUPPRESSED))).isEqualTo(SUPPRESSED);
        assertThat(Shares.pooled(List.of(new Point(0.5, 1, 2, false), SUPPRESSED)))
                .isEqualTo(SUPPRESSED);
    }
}
