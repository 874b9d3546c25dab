package nl.buurtpuls.contract.trace;

import static org.assertj.core.api.Assertions.assertThat;

import io.opentelemetry.sdk.autoconfigure.spi.AutoConfigurationCustomizerProvider;
import java.util.ServiceLoader;
import org.junit.jupiter.api.Test;

class TraceRedactionTest {

    @Test
    void openTelemetryFindsItByItself() {
        assertThat(ServiceLoader.load(AutoConfigurationCustomizerProvider.class))
                .hasAtLeastOneElementOfType(TraceRedaction.class);
    }
}
