package nl.buurtpuls.oracle;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.RandomGenerator;
import net.jqwik.api.Shrinkable;
import net.jqwik.api.ShrinkingDistance;
import nl.buurtpuls.contract.area.AreaTable;
import nl.buurtpuls.contract.event.Event;

/**
 * Random small worlds made to break an engine: Heerlen and two neighbours, few people, few days, so that everything
 * that can meet does meet. Every event is one that the contract allows at the door. The same seed gives the same world.
 */
public final class Worlds {

    /** The registers in a world: Heerlen, whose buurten are real, and neighbours whose buurten are made up. */
    public static final List<String> MUNICIPALITIES = List.of("GM0917", "GM0899", "GM0928");

    /** First date on which figures are asked for. */
    public static final LocalDate FIRST_DATE = LocalDate.of(2011, 1, 1);

    /** Last date on which figures are asked for; facts of the future take effect by then. */
    public static final LocalDate LAST_DATE = LocalDate.of(2031, 12, 31);

    private static final AreaTable TABLE = AreaTable.shipped();

    /** How much of a world makes sense. */
    public enum Mode {
        /** Lives that could have been, with some errors of registers among them. */
        SENSIBLE(0.1),
        /** Half lives, half nonsense. */
        MIXED(0.45),
        /** Any event for anyone on any day. */
        CHAOS(1.0);

        private final double nonsense;

        Mode(double nonsense) {
            this.nonsense = nonsense;
        }
    }

    private Worlds() {}

    /** A world of the mixed kind. */
    public static List<Event> random(long seed, int persons, int events) {
        return random(Mode.MIXED, seed, persons, events);
    }

    /**
     * A world.
     *
     * @param persons at least 1
     * @param events how many, duplicates and retractions included
     */
    public static List<Event> random(Mode mode, long seed, int persons, int events) {
        Random random = new Random(seed);
        int ofNonsense = (int) Math.round(events * mode.nonsense);
        RandomRegister register = new RandomRegister(random, persons);
        while (register.size() < events - ofNonsense) {
            register.aLife();
        }
        register.forgetAllBut(events - ofNonsense);
        while (register.size() < events) {
            register.nonsense();
        }
        return register.sent(mode == Mode.CHAOS);
    }

    /** Lives that could have been, with some errors; shrinks to the fewest events. Who has two lives is one of those. */
    public static Arbitrary<List<Event>> sensible() {
        return arbitrary(Mode.SENSIBLE);
    }

    /** Any event for anyone on any day; shrinks to the fewest events. */
    public static Arbitrary<List<Event>> chaos() {
        return arbitrary(Mode.CHAOS);
    }

    /** Worlds of all kinds. */
    public static Arbitrary<List<Event>> any() {
        return Arbitraries.oneOf(sensible(), arbitrary(Mode.MIXED), chaos());
    }

    private static Arbitrary<List<Event>> arbitrary(Mode mode) {
        RandomGenerator<List<Event>> generator = random -> {
            int persons = 1 + random.nextInt(random.nextBoolean() ? 3 : 30);
            int events = 1 + random.nextInt(persons * 12);
            return new World(random(mode, random.nextLong(), persons, events));
        };
        return Arbitraries.fromGenerator(generator);
    }

    /** Codes of all areas within a municipality in which something can happen in a world. */
    public static List<String> areas(String municipality) {
        return areas(municipality, TABLE);
    }

    /** The same by another table. */
    public static List<String> areas(String municipality, AreaTable table) {
        Set<String> areas = new LinkedHashSet<>();
        for (String buurt : RandomFacts.BUURTEN) {
            List<String> around = table.around(buurt);
            if (around.contains(municipality)) {
                areas.addAll(around);
            }
        }
        return List.copyOf(areas);
    }

    /** Dates to ask for figures on: often those on which or next to which something happens in every world. */
    public static Arbitrary<LocalDate> dates() {
        return Arbitraries.longs().map(seed -> date(new Random(seed)));
    }

    /** A date to ask for figures on. */
    public static LocalDate date(Random random) {
        return switch (random.nextInt(4)) {
            case 0 -> RandomFacts.pick(random, RandomFacts.HOT_DAYS);
            case 1 -> RandomFacts.pick(random, RandomFacts.HOT_DAYS).plusDays(random.nextInt(3) - 1L);
            case 2 ->
                RandomFacts.pick(random, RandomFacts.HOT_DAYS)
                        .plusYears(random.nextInt(11))
                        .plusDays(random.nextInt(3) - 1L);
            default ->
                FIRST_DATE.plusDays(random.nextInt((int) (LAST_DATE.toEpochDay() - FIRST_DATE.toEpochDay() + 1)));
        };
    }

    /** A list of events that shrinks by leaving out: halves, quarters, and in the end single events. */
    private record World(List<Event> value) implements Shrinkable<List<Event>> {

        @Override
        public Stream<Shrinkable<List<Event>>> shrink() {
            int size = value.size();
            return IntStream.iterate(size / 2, length -> length >= 1, length -> length / 2)
                    .boxed()
                    .flatMap(length -> IntStream.iterate(0, start -> start < size, start -> start + length)
                            .mapToObj(start -> without(start, Math.min(size, start + length))));
        }

        private Shrinkable<List<Event>> without(int start, int end) {
            List<Event> rest = new ArrayList<>(value.subList(0, start));
            rest.addAll(value.subList(end, value.size()));
            return new World(rest);
        }

        @Override
        public ShrinkingDistance distance() {
            return ShrinkingDistance.of(value.size());
        }
    }
}
