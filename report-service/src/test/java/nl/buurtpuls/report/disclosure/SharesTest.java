package nl.buurtpuls.report.disclosure;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class SharesTest {

    private static final PublishedPoint SUPPRESSED = PublishedPoint.suppressed();

    private static PublishedPoint count(long n) {
        return Exactly.point(n, n, null);
    }

    @Test
    void partsTogetherAreSetAgainstTheWhole() {
        assertThat(Shares.share(List.of(count(380), count(46)), List.of(count(1_251))))
                .usingRecursiveComparison()
                .isEqualTo(Exactly.point(426 / 1_251.0, 426L, 1_251L));
    }

    @Test
    void aShareOfNothingIsUndefined() {
        assertThat(Shares.share(List.of(count(0)), List.of(count(0))))
                .usingRecursiveComparison()
                .isEqualTo(Exactly.point(null, 0L, 0L));
    }

    @Test
    void pooledSharesWeighByTheirDenominators() {
        PublishedPoint few = Exactly.point(0.5, 1, 2);
        PublishedPoint many = Exactly.point(0.1, 10, 100);
        PublishedPoint none = Exactly.point(null, 0, 0);

        assertThat(Shares.pooled(List.of(few, many, none)))
                .usingRecursiveComparison()
                .isEqualTo(Exactly.point(11 / 102.0, 11L, 102L));
    }

    @Test
    void whatIsMadeOfASuppressedFigureIsSuppressed() {
        assertThat(Shares.share(List.of(SUPPRESSED), List.of(count(10)))).isEqualTo(SUPPRESSED);
        assertThat(Shares.share(List.of(count(10)), List.of(SUPPRESSED))).isEqualTo(SUPPRESSED);
        assertThat(Shares.pooled(List.of(Exactly.point(0.5, 1, 2), SUPPRESSED))).isEqualTo(SUPPRESSED);
    }
}
