package nl.buurtpuls.contract.problem;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class ProblemTest {

    @Test
    void noProblemTellsANumberThatMayBeABsn() {
        List<FieldError> errors =
                List.of(new FieldError(null, "/municipality", "municipality-code", "got '999990019'."));
        Problem problem = Problem.named("x", "X", 400, "no area 999990019.", "/v1/areas/999990019", errors);

        assertThat(problem.detail()).isEqualTo("no area *********.");
        assertThat(problem.instance()).isEqualTo("/v1/areas/*********");
        assertThat(problem.errors()).extracting(FieldError::detail).containsExactly("got '*********'.");
    }

    @Test
    void codesAndLongerNumbersStay() {
        assertThat(Problem.ofStatus(404, "Not Found", "BU09171000 00000001001234567000", null)
                        .detail())
                .isEqualTo("BU09171000 00000001001234567000");
    }
}
