package nl.buurtpuls.endtoend;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import nl.buurtpuls.local.stack.Stack;

/** Something that goes wrong with a part of the stack, and is over when {@link #happen} returns. */
sealed interface Fault {

    Target target();

    /** What it is called in a table. */
    default String kind() {
        return getClass().getSimpleName();
    }

    /**
     * Lets it happen, and mends it.
     *
     * @return how often the part ended by itself before it was back
     */
    int happen(Stack stack) throws IOException, InterruptedException;

    /**
     * So many faults of parts, each drawn anew; the same seed gives the same faults.
     *
     * @param targets what may be broken
     */
    static List<Fault> random(Random random, List<Target> targets, int faults) {
        List<Fault> drawn = new ArrayList<>();
        while (drawn.size() < faults) {
            Target target = targets.get(random.nextInt(targets.size()));
            Duration away = Duration.ofMillis(random.nextInt(4_000));
            drawn.add(
                    switch (random.nextInt(4)) {
                        case 0 -> new Killed(target, away);
                        case 1 -> new KilledTwice(target, away, Duration.ofMillis(300 + random.nextInt(5_000)));
                        // Longer than a transaction may take (10 s) now and then, so that its owner is fenced.
                        case 2 -> new Frozen(target, Duration.ofMillis(500 + random.nextInt(14_000)));
                        default -> new Restarted(target);
                    });
        }
        return drawn;
    }

    /** Ended as a power cut would, and started after a while. */
    record Killed(Target target, Duration away) implements Fault {
        @Override
        public int happen(Stack stack) throws InterruptedException {
            target.in(stack).kill();
            Thread.sleep(away.toMillis());
            return target.start(stack);
        }
    }

    /** Killed, and once more while it starts and restores what it keeps. */
    record KilledTwice(Target target, Duration away, Duration amid) implements Fault {
        @Override
        public int happen(Stack stack) throws InterruptedException {
            target.in(stack).kill();
            Thread.sleep(away.toMillis());
            target.in(stack).start();
            Thread.sleep(amid.toMillis());
            target.in(stack).kill();
            return target.start(stack);
        }
    }

    /** Stands still, with its connections open, and goes on as if nothing had been. */
    record Frozen(Target target, Duration length) implements Fault {
        @Override
        public int happen(Stack stack) throws IOException, InterruptedException {
            Freeze frozen = Freeze.of(target.in(stack).pid());
            try (frozen) {
                Thread.sleep(length.toMillis());
            }
            return 0;
        }
    }

    /** Stopped in good order and started, as an upgrade does. */
    record Restarted(Target target) implements Fault {
        @Override
        public int happen(Stack stack) throws InterruptedException {
            target.in(stack).close();
            return target.start(stack);
        }
    }
}
