package nl.buurtpuls.report.stream;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import nl.buurtpuls.contract.area.Area;
import nl.buurtpuls.contract.area.AreaTable;
import nl.buurtpuls.report.stream.Board.Thing;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SubscriptionTest {

    private static final AreaTable TABLE = AreaTable.shipped();

    @ParameterizedTest
    @CsvSource({
        "ALERTS, BU09171000, BU09171000, true",
        "ALERTS, BU09171000, WK091710, true",
        "ALERTS, BU09171000, HN, true",
        "ALERTS, BU09171000, GM0917, true",
        "ALERTS, BU09171000, NL, true",
        "ALERTS, BU09171000, GM0928, false",
        "ALERTS, WK091710, GM0917, true",
        "ALERTS, WK091710, BU09171000, false",
        "ALERTS, GM0917, BU09171000, false",
        "ALERTS, GM0917, BU09171000 GM0917, true",
        "ALERTS, BU02140001, GM0214, true",
        "SNAPSHOTS, GM0917, GM0917, true",
        "SNAPSHOTS, BU09171000, GM0917, false",
    })
    void alertsAreFollowedOfAllThatLiesInAnAreaAndSnapshotsOfItself(
            StreamTopic topic, String about, String followed, boolean told) {
        Set<Area> areas = Stream.of(followed.split(" "))
                .map(code -> TABLE.find(code).orElseThrow())
                .collect(Collectors.toSet());
        Board board = new Board("here");
        board.put(new Thing(topic, about), about, "{}".getBytes(StandardCharsets.UTF_8));

        Board.Entry found = board.from(0, new Subscription(Set.of(StreamTopic.values()), areas, TABLE).filter())
                .next();

        assertThat(found != null).isEqualTo(told);
    }
}
