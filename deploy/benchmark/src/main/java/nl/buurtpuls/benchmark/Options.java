package nl.buurtpuls.benchmark;

import java.nio.file.Path;
import java.util.EnumSet;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import nl.buurtpuls.local.process.DataFolder;
import nl.buurtpuls.local.process.StartFailure;
import nl.buurtpuls.local.stack.Ports;
import nl.buurtpuls.local.stack.Service;
import nl.buurtpuls.local.stack.StackOptions;

/**
 * What the command was asked to do.
 *
 * @param stack which stack to measure, always without earlier data
 * @param measures what to measure
 * @param scale part of the real sizes of the sample
 * @param keep whether the data stay when all is measured
 * @param fuzz how many events to send to the door, where it is measured alone
 */
record Options(StackOptions stack, Set<Measure> measures, double scale, boolean keep, Throw fuzz) {
    static final String USAGE = """
            Usage: deploy/benchmark/run [options]
              --only replay|freshness  measure that alone; memory and disk are always measured
              --only door              batches over HTTP at ingest-service, beside a producer of the same bytes, and single
                                       calls at a steady pace; nothing else runs
              --only fuzz              throw events that were tampered with at ingest-service instead: it must answer each,
                                       never with a server error, and lose no good one
              --only stream            5,000 clients that follow a buurt: from a mutation's 202 until each of them is told
              --events N               so many of them (default 1000000; for --only door 300000)
              --seed N                 another seed, other events (default 1)
              --scale F                part of the real sizes of the sample (default 1: some 500,000 events)
              --port-offset N          add N to every port (default 300)
              --data DIR               put the data in DIR (default: deploy/benchmark/target/data); what an earlier stack
                                       has left there is removed first
              --keep                   leave the data there
            """;

    private static final int USUAL_OFFSET = 300;

    private static final long USUAL_EVENTS = 1_000_000;
    private static final long USUAL_EVENTS_IN_BATCHES = 300_000;
    private static final long MOST_EVENTS = 100_000_000;

    /**
     * Events to throw.
     *
     * @param events how many
     * @param seed of what they are
     */
    record Throw(long events, long seed) {}

    /** What can be measured alone. */
    enum Measure {
        REPLAY,
        FRESHNESS,
        FUZZ,
        DOOR,
        STREAM;

        /** Whether Kafka and ingest-service alone are measured. */
        boolean isOfTheDoorAlone() {
            return this == FUZZ || this == DOOR;
        }

        static Measure of(String word) {
            for (Measure measure : values()) {
                if (measure.name().toLowerCase(Locale.ROOT).equals(word)) {
                    return measure;
                }
            }
            throw StartFailure.notStarted("--only is replay, freshness, door, fuzz or stream, not '" + word + "'.");
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
        double scale = 1;
        int offset = USUAL_OFFSET;
        Path data =
                home.resolve("deploy").resolve("benchmark").resolve("target").resolve("data");
        boolean keep = false;
        Iterator<String> rest = words.iterator();
        while (rest.hasNext()) {
            String word = rest.next();
            switch (word) {
                case "--only" -> measures = EnumSet.of(Measure.of(value(word, rest)));
                case "--scale" -> scale = scale(value(word, rest));
                case "--port-offset" -> offset = offset(value(word, rest));
                case "--data" -> data = Path.of(value(word, rest));
                case "--events" -> events = number(word, value(word, rest), 1, MOST_EVENTS);
                case "--seed" -> seed = number(word, value(word, rest), Long.MIN_VALUE, Long.MAX_VALUE);
                case "--keep" -> keep = true;
                default -> throw StartFailure.notStarted("There is no option " + word + ".\n" + USAGE.stripTrailing());
            }
        }
        Set<Service> services = measures.stream().allMatch(Measure::isOfTheDoorAlone)
                ? EnumSet.of(Service.INGEST)
                : EnumSet.allOf(Service.class);
        return new Options(
                new StackOptions(home, new DataFolder(data), true, new Ports(offset), services),
                measures,
                scale,
                keep,
                new Throw(events > 0 ? events : usualEvents(measures), seed));
    }

    private static long usualEvents(Set<Measure> measures) {
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
