package nl.buurtpuls.contract.finding;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import nl.buurtpuls.contract.indicator.Text;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class FindingKindTest {

    @ParameterizedTest
    @EnumSource
    void everyKindSaysInBothLanguagesWhatIsWrongAndWhatToDo(FindingKind kind) {
        List<Text> texts = List.of(kind.meaning(), kind.remedy());

        assertThat(texts).allSatisfy(text -> {
            assertThat(text.nl()).endsWith(".").doesNotContain("\n").isNotEqualTo(text.en());
            assertThat(text.en()).endsWith(".").doesNotContain("\n");
        });
        assertThat(texts.stream().flatMap(text -> Stream.of(text.nl(), text.en())))
                .doesNotHaveDuplicates()
                .allSatisfy(text -> assertThat(text).hasSizeGreaterThan(30));
    }

    @ParameterizedTest
    @EnumSource
    void everyKindIsFoundByItsCodeAlone(FindingKind kind) {
        assertThat(kind.code()).matches("[a-z]+(-[a-z]+)*");
        assertThat(FindingKind.of(kind.code())).contains(kind);
        assertThat(Arrays.stream(FindingKind.values()).map(FindingKind::code)).doesNotHaveDuplicates();
    }
}
