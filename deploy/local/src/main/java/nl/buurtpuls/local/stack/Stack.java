package nl.buurtpuls.local.stack;

import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import nl.buurtpuls.local.kafka.Kafka;
import nl.buurtpuls.local.postgres.Postgres;
import nl.buurtpuls.local.process.Command;
import nl.buurtpuls.local.process.DataFolder;
import nl.buurtpuls.local.process.Death;
import nl.buurtpuls.local.process.LeftOver;
import nl.buurtpuls.local.process.Part;
import nl.buurtpuls.local.process.Progress;
import nl.buurtpuls.local.process.Readiness;
import nl.buurtpuls.local.process.StartFailure;
import nl.buurtpuls.local.process.Stopwatch;
import nl.buurtpuls.local.token.Tokens;

/**
 * Kafka, PostgreSQL and the services, each a process of its own.
 *
 * <pre>{@code
 * try (Stack stack = Stack.start(StackOptions.in(home, data, 100), Progress.SILENT)) {
 *     stack.kill(Service.INDICATOR);
 *     stack.restart(Service.INDICATOR);
 * }
 * }</pre>
 *
 * <p>{@link #close} may come from another thread at any time, also while the stack starts: what runs is stopped, and
 * nothing more is started.
 */
public final class Stack implements AutoCloseable {
    private static final int PARTITIONS = 6;
    /** So that the ports of instances fall between those of services and stacks beside each other. */
    private static final int BETWEEN_INSTANCES = 10;

    private static final Duration SERVICE_START_LIMIT = Duration.ofSeconds(180);
    private static final Duration SERVICE_STOP_LIMIT = Duration.ofSeconds(30);

    private final StackOptions options;
    private final Progress progress;
    private final LeftOver claim;
    private final Kafka kafka;
    private final Postgres postgres;
    private final Map<Service, Part> services = new EnumMap<>(Service.class);
    /** Where the build of a service lies, if it is not that of the stack. */
    private final Map<Service, Path> homes = new EnumMap<>(Service.class);

    private final List<Part> guests = new ArrayList<>();
    private boolean closed;

    /** Checks what can be checked before anything runs, and prepares the data folder. */
    private Stack(StackOptions options, Progress progress) {
        this.options = options;
        this.progress = progress;
        DataFolder data = options.data();
        options.services().forEach(service -> requireBuilt(service, options.home()));
        data.prepare();
        claim = new LeftOver(data);
        claim.requireNone();
        options.ports().requireFree();
        if (options.fresh()) {
            data.clear();
            data.prepare();
        }
        claim.claim();
        try {
            kafka = Kafka.on(
                    data, options.ports().kafka(), options.ports().kafkaController(), options.brokerEnvironment());
            postgres = Postgres.on(data, options.ports().postgres());
            options.services().forEach(service -> services.put(service, part(service)));
        } catch (RuntimeException e) {
            claim.release();
            throw e;
        }
    }

    /** Prepares a stack that is not running yet, so that a shutdown hook can know it before its first process starts. */
    public static Stack prepare(StackOptions options, Progress progress) {
        return new Stack(options, progress);
    }

    /**
     * Starts a stack and returns when each part of it is ready. If that fails, nothing is left running.
     *
     * @throws StartFailure in one line, why not
     */
    public static Stack start(StackOptions options, Progress progress) throws InterruptedException {
        Stack stack = prepare(options, progress);
        stack.start();
        return stack;
    }

    /** Starts what {@link #prepare} has prepared, once. */
    public void start() throws InterruptedException {
        try {
            Stopwatch watch = new Stopwatch();
            launch(kafka.part());
            launch(postgres.part());
            kafka.awaitReady();
            progress.say("Kafka is up (" + watch + ")");
            postgres.awaitReady();
            progress.say("PostgreSQL is up (" + watch + ")");
            for (Part service : services.values()) {
                launch(service);
            }
            for (Part service : services.values()) {
                service.awaitReady(SERVICE_START_LIMIT);
                progress.say(service.name() + " is up (" + watch + ")");
            }
        } catch (RuntimeException | InterruptedException e) {
            close();
            throw e;
        }
    }

    public Kafka kafka() {
        return kafka;
    }

    public Postgres postgres() {
        return postgres;
    }

    /** What its services run on. */
    public Jvms jvms() {
        return options.jvms();
    }

    /** The services that are in it. */
    public Set<Service> services() {
        return services.keySet();
    }

    /** The process of a service, to measure it. */
    public Part process(Service service) {
        return require(service);
    }

    /** The address of a service, without a slash at its end. */
    public URI address(Service service) {
        return URI.create("http://localhost:" + options.ports().of(service));
    }

    /** Tokens that its services take. */
    public Tokens tokens() {
        return Tokens.of(options.data(), InstantSource.system());
    }

    /** The data folder. */
    public DataFolder data() {
        return options.data();
    }

    /** Ends a service as a power cut would (SIGKILL). */
    public void kill(Service service) {
        require(service).kill();
    }

    /** Starts a service again, after {@link #kill} or in good order, and waits until it is ready. */
    public void restart(Service service) throws InterruptedException {
        Part part = require(service);
        part.close();
        launch(part);
        part.awaitReady(SERVICE_START_LIMIT);
    }

    /**
     * Ends a service in good order, and starts that of another build in its place, with its ports and its data. Whatever
     * is started of the service from now on is of that build.
     *
     * @param home the folder of a project, with the built service in it
     */
    public void replace(Service service, Path home) throws InterruptedException {
        Part before = require(service);
        requireBuilt(service, home);
        before.close();
        homes.put(service, home);
        services.put(service, part(service));
        restart(service);
    }

    /**
     * Starts one more indicator-service beside the first, with a port and a state of its own, and waits until it is ready;
     * it ends with the stack.
     *
     * @param number from 2 on
     */
    public Part launchIndicator(int number) throws InterruptedException {
        String name = Service.INDICATOR.processName() + "-" + number;
        int port = options.ports().of(Service.INDICATOR) + (number - 1) * BETWEEN_INSTANCES;
        Part part = part(
                Service.INDICATOR,
                name,
                port,
                Map.of("BUURTPULS_STATE_DIR", options.data().stateOf(name).toString()));
        return launchBeside(part);
    }

    /**
     * Starts one more instance of a service beside that of the stack, and waits until it is ready. It ends with the stack if it
     * has not ended by itself.
     *
     * @param port where it listens
     */
    public Part launchAnother(Service service, int port) throws InterruptedException {
        return launchAnother(service, port, Map.of());
    }

    /** The same, telling it more than the first was told, as environment variables. */
    public Part launchAnother(Service service, int port, Map<String, String> more) throws InterruptedException {
        return launchBeside(part(service, service.processName() + "-" + port, port, more));
    }

    private Part launchBeside(Part part) throws InterruptedException {
        synchronized (this) {
            launch(part);
            guests.add(part);
        }
        part.awaitReady(SERVICE_START_LIMIT);
        return part;
    }

    /** Starts a program that works with the stack, and ends with it if it has not ended by itself. */
    public synchronized Part launchGuest(Command command) {
        Part guest = new Part(command, options.data(), () -> true);
        launch(guest);
        guests.add(guest);
        return guest;
    }

    /** The first part found that has ended though nobody asked it to. */
    public Optional<Death> died() {
        return Stream.concat(services.values().stream(), Stream.of(kafka.part(), postgres.part()))
                .flatMap(part -> part.died().stream())
                .findFirst();
    }

    /**
     * Checks that every part runs.
     *
     * @throws StartFailure if one has ended though nobody asked it to
     */
    public void requireAlive() {
        died().ifPresent(death -> {
            throw death.asFailure();
        });
    }

    /** Stops the guests and the services, then Kafka, then PostgreSQL; what takes too long is killed. */
    @Override
    public void close() {
        synchronized (this) {
            if (closed) {
                return;
            }
            closed = true;
        }
        guests.forEach(Part::close);
        // No parallel stream: in a pool of somebody else's its thread might take up other work of that pool meanwhile.
        CompletableFuture.allOf(services.values().stream()
                        .map(service -> CompletableFuture.runAsync(service::close))
                        .toArray(CompletableFuture[]::new))
                .join();
        kafka.close();
        postgres.close();
        claim.release();
    }

    private synchronized void launch(Part part) {
        if (closed) {
            throw StartFailure.failed("The start was interrupted.");
        }
        part.start();
    }

    private Part require(Service service) {
        return Optional.ofNullable(services.get(service))
                .orElseThrow(() -> new IllegalArgumentException(service + " is not in this stack"));
    }

    private Part part(Service service) {
        return part(service, service.processName(), options.ports().of(service), Map.of());
    }

    private Part part(Service service, String name, int port, Map<String, String> ownSettings) {
        Map<String, String> environment = new HashMap<>(service.settings(options.data(), options.ports()));
        environment.put("QUARKUS_HTTP_PORT", Integer.toString(port));
        // Nothing of this stack is for other machines.
        environment.put("QUARKUS_HTTP_HOST", "localhost");
        environment.put("KAFKA_BOOTSTRAP_SERVERS", kafka.bootstrapServers());
        environment.put("BUURTPULS_TOPICS_PARTITIONS", Integer.toString(PARTITIONS));
        environment.putAll(options.environment().getOrDefault(service, Map.of()));
        environment.putAll(ownSettings);
        Path jar = service.jar(homes.getOrDefault(service, options.home()));
        List<String> words = new ArrayList<>(List.of(options.jvms().heap(service), "-XX:+ExitOnOutOfMemoryError"));
        if (isReadable(jar.resolveSibling(Service.CLASSES))) {
            words.add("-XX:SharedArchiveFile=" + Service.CLASSES);
        }
        words.addAll(List.of("-jar", jar.getFileName().toString()));
        Command command = Command.java(options.jvms().program(), name, words, environment, SERVICE_STOP_LIMIT)
                .in(jar.getParent());
        return new Part(
                command, options.data(), Readiness.http(URI.create("http://localhost:" + port + "/q/health/ready")));
    }

    /** With one that it cannot read, a JVM has not even the archive of its own classes. */
    private boolean isReadable(Path archive) {
        return Files.exists(archive) && options.jvms().program().equals(Command.javaProgram());
    }

    private static void requireBuilt(Service service, Path home) {
        Path jar = service.jar(home);
        if (Files.notExists(jar)) {
            throw StartFailure.notStarted(
                    jar + " is missing: build it with ./mvnw -DskipTests package, or start with deploy/local/run.");
        }
    }
}
