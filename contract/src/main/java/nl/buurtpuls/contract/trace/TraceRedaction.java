package nl.buurtpuls.contract.trace;

import io.opentelemetry.sdk.autoconfigure.spi.AutoConfigurationCustomizer;
import io.opentelemetry.sdk.autoconfigure.spi.AutoConfigurationCustomizerProvider;

/**
 * Keeps out of the traces of a service what its callers may have written into paths, parameters and headers. OpenTelemetry finds it
 * by itself wherever this module is.
 */
public final class TraceRedaction implements AutoConfigurationCustomizerProvider {

    @Override
    public void customize(AutoConfigurationCustomizer tracing) {
        tracing.addTracerProviderCustomizer(
                (provider, config) -> provider.addSpanProcessor(new RedactingSpanProcessor()));
        tracing.addPropagatorCustomizer((propagator, config) -> new TraceParent());
    }
}
