package nl.buurtpuls.report.map;

import static org.assertj.core.api.Assertions.assertThat;

import io.smallrye.mutiny.Uni;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import nl.buurtpuls.contract.area.Level;
import org.junit.jupiter.api.Test;

class DrawingTest {

    private static final Outline ANY = new Outline("{}");

    private final List<String> asked = new ArrayList<>();

    @Test
    void theFirstSourceThatHasAnyOfTheAreasDrawsTheMapAlone() {
        Drawing drawing = drawing(has("file", "GM0001"), has("pdok", "GM0917"), has("tile-grid", "GM0917", "GM0928"));

        Outlines drawn = drawing.of(Level.MUNICIPALITY, null, List.of("GM0917", "GM0928"))
                .await()
                .indefinitely();

        assertThat(drawn.source()).isEqualTo("pdok");
        assertThat(drawn.byCode()).containsOnlyKeys("GM0917");
        assertThat(asked).containsExactly("file", "pdok");
    }

    @Test
    void theTileGridDrawsWhatNoneHas() {
        Drawing drawing = drawing(has("file"), has("pdok"), has("tile-grid"));

        assertThat(drawing.of(Level.BUURT, "GM0363", List.of("BU03630000"))
                        .await()
                        .indefinitely()
                        .source())
                .isEqualTo("tile-grid");
    }

    private static Drawing drawing(OutlineSource... inOrder) {
        return new Drawing(List.of(inOrder));
    }

    private OutlineSource has(String source, String... codes) {
        Map<String, Outline> byCode = new java.util.LinkedHashMap<>();
        for (String code : codes) {
            byCode.put(code, ANY);
        }
        return (level, municipality) -> {
            asked.add(source);
            return Uni.createFrom().item(new Outlines(source, "someone", byCode));
        };
    }
}
