package nl.buurtpuls.benchmark;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import nl.buurtpuls.local.process.DataFolder;
import nl.buurtpuls.local.process.StartFailure;
import nl.buurtpuls.local.stack.Jvms;
import nl.buurtpuls.local.stack.Ports;
import nl.buurtpuls.local.stack.Service;
import nl.buurtpuls.local.stack.StackOptions;
import nl.buurtpuls.simulator.Area;
import org.jspecify.annotations.Nullable;

/**
 * What the command was asked to do.
 *
 * @param stack which stack to measure, always without earlier data
 * @param measures what to measure
 * @param area which municipalities the sample is of
 * @param scale part of the real sizes of the sample
 * @param keep whether the data stay when all is measured
 * @param fuzz how many events to send to the door, where it is measured alone
 * @param load how much is asked while freshness is measured
 * @param instances of indicator-service, where they are measured
 */
record Options(
        StackOptions stack,
        Set<Measure> measures,
        Area area,
        double scale,
        boolean keep,
        Throw fuzz,
        Load load,
        int instances) {
    static final String USAGE = """
            Usage: deploy/benchmark/run [options]
              --only replay|freshness  measure that alone; memory and disk are always measured
              --only engine            replay without report-service and its database: for areas that are too large for all
              --only door              batches over HTTP at ingest-service, beside a producer of the same bytes, and single
                                       calls at a steady pace; nothing else runs
              --only bulk              one bulk load of --events events over HTTP (default 25 million, some 10 GB), and the
                                       memory of ingest-service meanwhile; nothing else runs
              --only fuzz              throw events that were tampered with at ingest-service instead: it must answer each,
                                       never with a server error, and lose no good one
              --only stream            5,000 clients that follow a buurt: from a mutation's 202 until each of them is told
              --only peers             the same figures by indicator-service, by a job in the DSL of Kafka Streams, and by
                                       PostgreSQL and DuckDB that count all anew: how long, how fresh, how exact after
                                       corrections (a tenth of the real sizes, unless --scale says otherwise)
              --only footprint         how long each service takes to start, and its memory, without data: with --jdk and
                                       --heap on others
              --only instances         some instances of indicator-service: how fast, and how soon the others take over
                                       when one is killed (a twentieth of Parkstad, unless --area and --scale say otherwise)
              --instances N            2 or more of them (default 2)
              --events N               so many of them (default 1000000; for --only door 300000, for bulk 25 million)
              --seed N                 another seed, other events (default 1)
              --area heerlen|parkstad|limburg|netherlands
                                       which municipalities (default heerlen); sent in parts, so that no more of it is on
                                       disk or in memory than needed
              --scale F                part of the real sizes of the sample (default 1: some 500,000 events)
              --rates N,N,…            events a second, for freshness (default 100,500,2000)
              --readers N              snapshots that dashboards read a second meanwhile (default 1000)
              --heap SERVICE=SIZE      another heap for a service, such as indicator-service=2g; may be given for each
              --jdk DIR                another JDK for the services
              --partitions N           of the topics (default 6; for a country 24)
              --port-offset N          add N to every port (default 300)
              --data DIR               put the data in DIR (default: deploy/benchmark/target/data); what an earlier stack
                                       has left there is removed first
              --keep                   leave the data there
            """;

    private static final List<Integer> USUAL_RATES = List.of(100, 500, 2_000);
    private static final int USUAL_READERS = 1_000;
    private static final int MOST_A_SECOND = 100_000;
    private static final Pattern HEAP = Pattern.compile("[1-9][0-9]*[kmg]");
    private static final int MOST_PARTITIONS = 1_000;

    private static final int USUAL_OFFSET = 300;

    private static final long USUAL_EVENTS = 1_000_000;
    private static final long USUAL_EVENTS_IN_BATCHES = 300_000;
    private static final long USUAL_EVENTS_IN_BULK = 25_000_000;
    /** Minutes, not hours: plain counting, which they are held against, walks through all lives for each figure. */
    private static final double PEERS_SCALE = 0.1;

    private static final double INSTANCES_SCALE = 0.05;
    /** Soon replaced: on a machine that is not overloaded. */
    private static final Map<String, String> INSTANCES_SETTINGS = Map.of(
            "BUURTPULS_STANDBY_REPLICAS", "1",
            "BUURTPULS_SESSION_TIMEOUT_MS", "2500",
            "BUURTPULS_HEARTBEAT_MS", "500",
            "BUURTPULS_TRANSACTION_TIMEOUT_MS", "2000");

    private static final int MOST_INSTANCES = 5;

    private static final long MOST_EVENTS = 100_000_000;

    /**
     * Events to throw.
     *
     * @param events how many
     * @param seed of what they are
     */
    record Throw(long events, long seed) {}

    /**
     * Steady work.
     *
     * @param rates events a second, one after another
     * @param readers reads a second beside each
     */
    record Load(List<Integer> rates, int readers) {}

    /** What can be measured alone. */
    enum Measure {
        REPLAY,
        ENGINE,
        FRESHNESS,
        FUZZ,
        DOOR,
        BULK,
        STREAM,
        PEERS,
        INSTANCES,
        FOOTPRINT;

        /** Whether Kafka and ingest-service alone are measured. */
        boolean isOfTheDoorAlone() {
            return this == FUZZ || this == DOOR || this == BULK;
        }

        static Measure of(String word) {
            for (Measure measure : values()) {
                if (measure.name().toLowerCase(Locale.ROOT).equals(word)) {
                    return measure;
                }
            }
            throw StartFailure.notStarted(
                    "--only is replay, engine, freshness, door, bulk, fuzz, stream, peers, instances or footprint, not '"
                            + word + "'.");
        }
    }

    Options {
        measures = Set.copyOf(measures);
    }

    /**
     * Reads the words of the command line.
     *
     * @param home the folder of the project
     * @throws StartFailure naming the word that is wrong
     */
    static Options parse(List<String> words, Path home) {
        Set<Measure> measures = EnumSet.of(Measure.REPLAY, Measure.FRESHNESS);
        long events = 0;
        long seed = 1;
        double scale = 0;
        int offset = USUAL_OFFSET;
        Path data =
                home.resolve("deploy").resolve("benchmark").resolve("target").resolve("data");
        boolean keep = false;
        @Nullable Area area = null;
        List<Integer> rates = USUAL_RATES;
        int readers = USUAL_READERS;
        int instances = 2;
        int partitions = 0;
        Jvms jvms = Jvms.usual();
        Iterator<String> rest = words.iterator();
        while (rest.hasNext()) {
            String word = rest.next();
            switch (word) {
                case "--only" -> measures = EnumSet.of(Measure.of(value(word, rest)));
                case "--scale" -> scale = scale(value(word, rest));
                case "--area" -> area = area(value(word, rest));
                case "--rates" -> rates = rates(word, value(word, rest));
                case "--readers" -> readers = (int) number(word, value(word, rest), 0, MOST_A_SECOND);
                case "--instances" -> instances = (int) number(word, value(word, rest), 2, MOST_INSTANCES);
                case "--partitions" -> partitions = (int) number(word, value(word, rest), 1, MOST_PARTITIONS);
                case "--heap" -> jvms = heap(jvms, value(word, rest));
                case "--jdk" -> jvms = jdk(jvms, Path.of(value(word, rest)));
                case "--port-offset" -> offset = offset(value(word, rest));
                case "--data" -> data = Path.of(value(word, rest));
                case "--events" -> events = number(word, value(word, rest), 1, MOST_EVENTS);
                case "--seed" -> seed = number(word, value(word, rest), Long.MIN_VALUE, Long.MAX_VALUE);
                case "--keep" -> keep = true;
                default -> throw StartFailure.notStarted("There is no option " + word + ".\n" + USAGE.stripTrailing());
            }
        }
        StackOptions stack =
                new StackOptions(home, new DataFolder(data), true, new Ports(offset), services(measures)).on(jvms);
        if (partitions > 0) {
            for (Service service : stack.services()) {
                stack = stack.telling(service, Map.of("BUURTPULS_TOPICS_PARTITIONS", Integer.toString(partitions)));
            }
        }
        if (measures.contains(Measure.INSTANCES)) {
            stack = stack.telling(Service.INDICATOR, INSTANCES_SETTINGS);
        }
        return new Options(
                stack,
                measures,
                area != null ? area : measures.contains(Measure.INSTANCES) ? Area.PARKSTAD : Area.HEERLEN,
                scale > 0 ? scale : usualScale(measures),
                keep,
                new Throw(events > 0 ? events : usualEvents(measures), seed),
                new Load(rates, readers),
                instances);
    }

    private static Set<Service> services(Set<Measure> measures) {
        if (measures.stream().allMatch(Measure::isOfTheDoorAlone)) {
            return EnumSet.of(Service.INGEST);
        }
        if (measures.contains(Measure.ENGINE)) {
            return EnumSet.of(Service.INGEST, Service.INDICATOR);
        }
        return measures.contains(Measure.PEERS) || measures.contains(Measure.INSTANCES)
                ? EnumSet.of(Service.INDICATOR)
                : EnumSet.allOf(Service.class);
    }

    private static double usualScale(Set<Measure> measures) {
        return measures.contains(Measure.PEERS)
                ? PEERS_SCALE
                : measures.contains(Measure.INSTANCES) ? INSTANCES_SCALE : 1;
    }

    private static long usualEvents(Set<Measure> measures) {
        if (measures.contains(Measure.BULK)) {
            return USUAL_EVENTS_IN_BULK;
        }
        return measures.contains(Measure.DOOR) ? USUAL_EVENTS_IN_BATCHES : USUAL_EVENTS;
    }

    private static String value(String option, Iterator<String> rest) {
        if (!rest.hasNext()) {
            throw StartFailure.notStarted("The option " + option + " needs a value.\n" + USAGE.stripTrailing());
        }
        return rest.next();
    }

    private static long number(String option, String value, long least, long most) {
        try {
            long number = Long.parseLong(value);
            if (number >= least && number <= most) {
                return number;
            }
        } catch (NumberFormatException e) {
            // Answered below, as any other wrong value.
        }
        throw StartFailure.notStarted(
                option + " is a whole number from " + least + " to " + most + ", not '" + value + "'.");
    }

    private static Area area(String value) {
        try {
            return Area.of(value);
        } catch (IllegalArgumentException e) {
            throw StartFailure.notStarted(e.getMessage() + ".");
        }
    }

    private static List<Integer> rates(String option, String value) {
        return Stream.of(value.split(",", -1))
                .map(rate -> (int) number(option, rate, 1, MOST_A_SECOND))
                .toList();
    }

    private static Jvms heap(Jvms jvms, String value) {
        for (Service service : Service.values()) {
            String name = service.processName() + "=";
            if (value.startsWith(name)
                    && HEAP.matcher(value.substring(name.length())).matches()) {
                return jvms.with(service, value.substring(name.length()));
            }
        }
        throw StartFailure.notStarted(
                "--heap is a service and a size, such as indicator-service=2g, not '" + value + "'.");
    }

    private static Jvms jdk(Jvms jvms, Path jdk) {
        Jvms on = jvms.of(jdk);
        if (!Files.isExecutable(on.program())) {
            throw StartFailure.notStarted("--jdk is the folder of a JDK, and there is no " + on.program() + ".");
        }
        return on;
    }

    private static double scale(String value) {
        try {
            double scale = Double.parseDouble(value);
            if (scale > 0 && scale <= 10) {
                return scale;
            }
        } catch (NumberFormatException e) {
            // Answered below, as any other wrong value.
        }
        throw StartFailure.notStarted("--scale is a number above 0 and at most 10, not '" + value + "'.");
    }

    private static int offset(String value) {
        try {
            return new Ports(Integer.parseInt(value)).offset();
        } catch (IllegalArgumentException e) {
            throw StartFailure.notStarted(
                    "--port-offset is a number from 0 to " + Ports.GREATEST_OFFSET + ", not '" + value + "'.");
        }
    }
}
