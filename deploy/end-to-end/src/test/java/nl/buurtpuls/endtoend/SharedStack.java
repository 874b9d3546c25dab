package nl.buurtpuls.endtoend;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import nl.buurtpuls.local.process.Progress;
import nl.buurtpuls.local.stack.Stack;
import nl.buurtpuls.local.stack.StackOptions;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/**
 * Hands tests the one stack that they share. The first that asks for it starts it, empty and on ports of its own; it is
 * stopped after the last. Its logs stay below {@code target}.
 */
final class SharedStack implements ParameterResolver {

    static final Path HOME = Path.of(System.getProperty("buurtpuls.home"));

    private static final ExtensionContext.Namespace NAMESPACE = ExtensionContext.Namespace.create(SharedStack.class);

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        return parameter.getParameter().getType() == Running.class;
    }

    @Override
    public Running resolveParameter(ParameterContext parameter, ExtensionContext context) {
        // In the root's store, which is closed after the last class.
        return context.getRoot()
                .getStore(NAMESPACE)
                .computeIfAbsent(Started.class, any -> Started.now(), Started.class)
                .running();
    }

    /** Some offset at which another stack hardly listens. */
    static int freeOffset() {
        try (ServerSocket socket = new ServerSocket(0)) {
            return 1_000 + socket.getLocalPort() % 20_000;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A new folder for the data of a stack, where {@code ./mvnw clean} finds it. */
    static Path newFolder(String prefix) {
        try {
            Path target = HOME.resolve("deploy").resolve("end-to-end").resolve("target");
            return Files.createTempDirectory(Files.createDirectories(target), prefix);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A stack that is not started yet, and is stopped too where the run is broken off. */
    static Stack prepare(StackOptions options) {
        Stack stack = Stack.prepare(options, Progress.SILENT);
        // Closing twice is closing once.
        Runtime.getRuntime().addShutdownHook(new Thread(stack::close));
        return stack;
    }

    /** Stops a stack, and removes its data but for the logs. */
    static void end(Stack stack) {
        stack.close();
        stack.data().remove(stack.data().kafka());
        stack.data().remove(stack.data().postgres());
        stack.data().remove(stack.data().indicatorState());
    }

    private record Started(Running running, Stack stack) implements AutoCloseable {

        static Started now() {
            Stack stack = prepare(StackOptions.in(HOME, newFolder("stack-"), freeOffset()));
            try {
                stack.start();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new IllegalStateException("interrupted while starting", e);
            }
            return new Started(new Running(stack), stack);
        }

        @Override
        public void close() {
            end(stack);
        }
    }
}
