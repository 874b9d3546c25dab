package nl.buurtpuls.report.problem;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.ws.rs.core.MediaType;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AcceptTest {

    private static final List<MediaType> JSON_OR_CSV =
            List.of(MediaType.APPLICATION_JSON_TYPE, new MediaType("text", "csv"));

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            nullValues = "none",
            value = {
                "text/csv | text/csv",
                "text/* | text/csv",
                "*/* | application/json",
                "text/csv, application/json | application/json",
                "text/csv, application/json;q=0.9 | text/csv",
                "text/csv;q=0.8, application/json;q=0.9 | application/json",
                "text/csv;q=0.1, */*;q=0.2 | application/json",
                "*/*;q=0.2, text/csv;q=0.3 | text/csv",
                "text/*;q=0.9, text/csv;q=0.1, application/json;q=0.5 | application/json",
                "application/json;q=0, */* | text/csv",
                "text/csv;charset=UTF-8;q=1.0 | text/csv",
                "TEXT/CSV | text/csv",
                "text/html | none",
                "text/csv;q=0 | none",
                "*/*;q=0 | none",
                "text/csv;q=2 | none",
                "text/csv;q=NaN | none",
                "csv | none",
                ", | none",
                "csv, text/csv | text/csv",
            })
    void theFormThatIsTakenMostGladlyIsChosen(String header, @Nullable String chosen) {
        assertThat(Accept.parse(header).bestOf(JSON_OR_CSV).map(MediaType::toString))
                .isEqualTo(java.util.Optional.ofNullable(chosen));
    }

    @Test
    void withoutTheHeaderTheFirstIsChosen() {
        assertThat(Accept.parse(null).bestOf(JSON_OR_CSV)).contains(MediaType.APPLICATION_JSON_TYPE);
        assertThat(Accept.parse(" ").bestOf(JSON_OR_CSV)).contains(MediaType.APPLICATION_JSON_TYPE);
    }
}
