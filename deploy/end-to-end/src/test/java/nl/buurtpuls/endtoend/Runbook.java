package nl.buurtpuls.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import nl.buurtpuls.local.process.Command;
import nl.buurtpuls.local.stack.Service;
import nl.buurtpuls.local.stack.Stack;

/**
 * The blocks of {@code docs/backup-restore.md} that are marked for it, run in a shell as they are printed. What starts and stops
 * things elsewhere does so here with a stack; Kafka's commands are the real ones.
 */
final class Runbook implements AutoCloseable {

    private static final Map<String, String> TOOLS =
            Map.of("kafka-consumer-groups.sh", "org.apache.kafka.tools.consumer.group.ConsumerGroupCommand");
    private static final List<String> WORDS = List.of("start", "stop", "beside");
    private static final int MOST_MINUTES = 10;

    private final Stack stack;
    private final Path bin = SharedStack.newFolder("bin-");
    private final Path backup = SharedStack.newFolder("backup-");
    private final HttpServer server;

    Runbook(Stack stack) throws IOException {
        this.stack = stack;
        this.server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", this::answer);
        server.start();
        int port = server.getAddress().getPort();
        for (String word : WORDS) {
            program(word, "IFS=/; curl --silent --show-error --fail \"http://localhost:" + port + "/" + word + "/$*\"");
        }
        for (Map.Entry<String, String> tool : TOOLS.entrySet()) {
            program(
                    tool.getKey(),
                    "exec '" + Command.javaProgram() + "' -cp '" + System.getProperty("java.class.path") + "' "
                            + tool.getValue() + " \"$@\" 2>/dev/null");
        }
    }

    private void program(String name, String line) throws IOException {
        Path file = bin.resolve(name);
        Files.writeString(file, "#!/usr/bin/env bash\n" + line + "\n");
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
    }

    /** Runs a block; it must succeed. */
    void follow(String name) throws IOException, InterruptedException {
        String block = block(name);
        ProcessBuilder builder = Terminal.bash(block);
        builder.environment().put("PATH", bin + ":" + System.getenv("PATH"));
        builder.environment().put("DATA", stack.data().path().toString());
        builder.environment().put("BACKUP", backup.toString());
        builder.environment().put("KAFKA", "--bootstrap-server " + stack.kafka().bootstrapServers());
        builder.environment()
                .put("DATABASE_URL", stack.postgres().reactiveUrl().replace("://", "://postgres:postgres@"));
        Path said = Files.createTempFile(backup, "said", ".txt");
        Process bash = builder.redirectOutput(said.toFile()).start();
        if (!bash.waitFor(MOST_MINUTES, TimeUnit.MINUTES)) {
            bash.descendants().forEach(ProcessHandle::destroy);
            bash.destroy();
        }
        assertThat(bash.waitFor())
                .as("%s printed %s", block, Files.readString(said))
                .isZero();
    }

    /** As it is printed; a step's block is indented. */
    private static String block(String name) throws IOException {
        String book = Files.readString(SharedStack.HOME.resolve("docs").resolve("backup-restore.md"));
        Matcher found = Pattern.compile(
                        "^( *)<!-- tried by RunbookIT: " + Pattern.quote(name) + " -->\\n\\1```sh\\n(.*?)^\\1```$",
                        Pattern.DOTALL | Pattern.MULTILINE)
                .matcher(book);
        assertThat(found.find())
                .as("a block '%s' in docs/backup-restore.md", name)
                .isTrue();
        return found.group(2).replaceAll("(?m)^" + found.group(1), "");
    }

    private void answer(HttpExchange exchange) throws IOException {
        String[] words = exchange.getRequestURI().getPath().substring(1).split("/");
        int code = 200;
        byte[] said = new byte[0];
        try {
            obey(words);
        } catch (RuntimeException | IOException | InterruptedException e) {
            code = 500;
            said = String.valueOf(e.getMessage()).getBytes(StandardCharsets.UTF_8);
        }
        exchange.sendResponseHeaders(code, said.length == 0 ? -1 : said.length);
        exchange.getResponseBody().write(said);
        exchange.close();
    }

    private void obey(String[] words) throws IOException, InterruptedException {
        switch (words[0]) {
            case "stop" -> {
                for (Target target : targets(words)) {
                    target.in(stack).close();
                }
            }
            case "start" -> {
                for (Target target : targets(words)) {
                    target.start(stack);
                }
            }
            default -> stack.launchAnother(service(words[1]), freePort(), Map.of("BUURTPULS_GENERATION", words[2]));
        }
    }

    private static List<Target> targets(String[] words) {
        return Stream.of(words).skip(1).map(Runbook::target).toList();
    }

    private static Target target(String name) {
        return Target.valueOf(name.replace("-service", "").toUpperCase(java.util.Locale.ROOT));
    }

    private static Service service(String name) {
        return Service.valueOf(name.replace("-service", "").toUpperCase(java.util.Locale.ROOT));
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
