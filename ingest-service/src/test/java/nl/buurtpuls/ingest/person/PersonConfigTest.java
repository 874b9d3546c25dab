package nl.buurtpuls.ingest.person;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quarkus.runtime.configuration.ConfigurationException;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class PersonConfigTest {

    private final PersonConfig.Source source = new PersonConfig.Source();

    @Test
    void withoutASecretThereIsNoStartAndTheLineSaysWhatToDo() {
        assertThatThrownBy(() -> source.pseudonyms(config(Optional.empty())))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining("BUURTPULS_PERSON_SECRET");
    }

    @Test
    void shortSecretIsNoSecret() {
        assertThatThrownBy(() -> source.pseudonyms(config(Optional.of("x".repeat(31)))))
                .isInstanceOf(ConfigurationException.class)
                .hasNoCause()
                .hasMessageContaining("at least 32");
    }

    private static PersonConfig config(Optional<String> secret) {
        return new PersonConfig() {
            @Override
            public Optional<String> secret() {
                return secret;
            }

            @Override
            public Map<String, String> wrappingKeys() {
                return Map.of();
            }
        };
    }
}
