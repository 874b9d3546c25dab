package nl.buurtpuls.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.InstantSource;
import nl.buurtpuls.contract.access.Roles;
import nl.buurtpuls.endtoend.Script.Said;
import nl.buurtpuls.local.process.DataFolder;
import nl.buurtpuls.local.token.Grant;
import nl.buurtpuls.local.token.Tokens;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/**
 * Hands tests the one stack with the sample, which nobody changes: {@code deploy/local/run} starts and loads it for the
 * first that asks, which takes some minutes. It is stopped after the last test.
 */
final class SampleStack implements ParameterResolver {

    private static final ExtensionContext.Namespace NAMESPACE = ExtensionContext.Namespace.create(SampleStack.class);
    private static final int REPORT_PORT = 8083;

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        return parameter.getParameter().getType() == Sample.class;
    }

    @Override
    public Sample resolveParameter(ParameterContext parameter, ExtensionContext context) {
        // In the root's store, which is closed after the last class.
        return context.getRoot()
                .getStore(NAMESPACE)
                .computeIfAbsent(Started.class, any -> Started.now(), Started.class)
                .sample();
    }

    /** The stack as its readers see it. */
    record Sample(Path data, int offset) {

        /** The address of a call to report-service. */
        URI report(String call) {
            return URI.create("http://localhost:" + (REPORT_PORT + offset) + call);
        }

        /** What a reader of exact figures says of itself. */
        String exactReader() {
            return "Bearer "
                    + Tokens.of(new DataFolder(data), InstantSource.system())
                            .issue(Grant.of(Roles.EXACT_READER).toServe("comparison"));
        }
    }

    private record Started(Sample sample) implements AutoCloseable {

        static Started now() {
            Sample sample = new Sample(SharedStack.newFolder("sample-"), SharedStack.freeOffset());
            Said said = call(
                    Script.RUN,
                    "--detach",
                    "--data",
                    sample.data().toString(),
                    "--port-offset",
                    Integer.toString(sample.offset()));
            if (said.exitCode() != 0) {
                stop(sample);
            }
            assertThat(said.exitCode()).as(said.toString()).isZero();
            return new Started(sample);
        }

        @Override
        public void close() {
            stop(sample);
        }

        private static void stop(Sample sample) {
            call(Script.STOP, "--data", sample.data().toString());
        }

        private static Said call(Script script, String... words) {
            try {
                return script.with(words);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new IllegalStateException("interrupted while " + script + " runs", e);
            }
        }
    }
}
