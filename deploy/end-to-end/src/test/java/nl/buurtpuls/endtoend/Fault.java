package nl.buurtpuls.endtoend;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** Something that goes wrong with a part of the stack, and is over when {@link #happen} returns. */
sealed interface Fault {

    Target target();

    /** What it is called in a table. */
    default String kind() {
        return getClass().getSimpleName().replaceAll("(?<=.)(?=[A-Z])", " ");
    }

    /**
     * Lets it happen, and mends it.
     *
     * @return how often the part ended by itself before it was back
     */
    int happen(Scene scene) throws IOException, InterruptedException;

    /**
     * So many faults, each drawn anew; the same seed gives the same faults.
     *
     * @param targets what may be broken: all of it belongs to the ground, or all of it are services
     */
    static List<Fault> random(Random random, List<Target> targets, int faults) {
        List<Fault> drawn = new ArrayList<>();
        while (drawn.size() < faults) {
            Target target = targets.get(random.nextInt(targets.size()));
            drawn.add(
                    switch (random.nextInt(3)) {
                        case 0 -> ofItsOwn(random, target);
                        default -> ofAny(random, target);
                    });
        }
        return drawn;
    }

    /** What can happen to any part. */
    private static Fault ofAny(Random random, Target target) {
        Duration away = Duration.ofMillis(random.nextInt(4_000));
        return switch (random.nextInt(4)) {
            case 0 -> new Killed(target, away);
            case 1 -> new KilledTwice(target, away, Duration.ofMillis(300 + random.nextInt(5_000)));
            // Longer than a transaction may take (10 s) now and then, so that its owner is fenced.
            case 2 -> new Frozen(target, Duration.ofMillis(500 + random.nextInt(14_000)));
            default -> new Restarted(target);
        };
    }

    /** What can happen to this part alone. */
    private static Fault ofItsOwn(Random random, Target target) {
        return switch (target) {
            case KAFKA, POSTGRES -> {
                List<TornNetwork.State> states = List.of(TornNetwork.State.values());
                TornNetwork.State state = states.get(1 + random.nextInt(states.size() - 1));
                yield new Unreached(target, state, Duration.ofMillis(500 + random.nextInt(14_000)));
            }
            case INGEST, REPORT -> new Poisoned("GM" + (1_000 + random.nextInt(9_000)));
            case INDICATOR ->
                random.nextBoolean()
                        ? new KilledWhileRestoring(target, Duration.ofMillis(random.nextInt(3_000)))
                        : new Spoilt(target, random.nextLong());
        };
    }

    /** Ended as a power cut would, and started after a while. */
    record Killed(Target target, Duration away) implements Fault {
        @Override
        public int happen(Scene scene) throws InterruptedException {
            target.in(scene.stack()).kill();
            Thread.sleep(away.toMillis());
            return target.start(scene.stack());
        }
    }

    /** Killed, and once more while it starts and restores what it keeps. */
    record KilledTwice(Target target, Duration away, Duration amid) implements Fault {
        @Override
        public int happen(Scene scene) throws InterruptedException {
            target.in(scene.stack()).kill();
            Thread.sleep(away.toMillis());
            target.in(scene.stack()).start();
            Thread.sleep(amid.toMillis());
            target.in(scene.stack()).kill();
            return target.start(scene.stack());
        }
    }

    /** Stands still, with its connections open, and goes on as if nothing had been. */
    record Frozen(Target target, Duration length) implements Fault {
        @Override
        public int happen(Scene scene) throws IOException, InterruptedException {
            Freeze frozen = Freeze.of(target.in(scene.stack()).pid());
            try (frozen) {
                Thread.sleep(length.toMillis());
            }
            return 0;
        }
    }

    /** Stopped in good order and started, as an upgrade does. */
    record Restarted(Target target) implements Fault {
        @Override
        public int happen(Scene scene) throws InterruptedException {
            target.in(scene.stack()).close();
            return target.start(scene.stack());
        }
    }

    /** The network that leads to it is torn, and mended after a while. */
    record Unreached(Target target, TornNetwork.State state, Duration length) implements Fault {
        @Override
        public String kind() {
            return "network " + state;
        }

        @Override
        public int happen(Scene scene) throws InterruptedException {
            scene.networkTo(target).be(state);
            try {
                Thread.sleep(length.toMillis());
            } finally {
                scene.networkTo(target).be(TornNetwork.State.WHOLE);
            }
            return 0;
        }
    }

    /** Records that are none of ours lie among the mutations. */
    record Poisoned(String municipality) implements Fault {
        @Override
        public Target target() {
            return Target.INDICATOR;
        }

        @Override
        public int happen(Scene scene) throws InterruptedException {
            scene.poison(municipality);
            return 0;
        }
    }

    /** Its disk is lost, and it is killed amid restoring what was on it. */
    record KilledWhileRestoring(Target target, Duration amid) implements Fault {

        private static final int MOST_MILLIS = 20_000;

        @Override
        public String kind() {
            return "killed while restoring";
        }

        @Override
        public int happen(Scene scene) throws InterruptedException {
            StateFiles files = new StateFiles(scene.stack().data());
            target.in(scene.stack()).kill();
            files.wipe();
            target.in(scene.stack()).start();
            files.awaitSome(MOST_MILLIS);
            Thread.sleep(amid.toMillis());
            target.in(scene.stack()).kill();
            return target.start(scene.stack());
        }
    }

    /** Stopped in good order, so that it would go on with its files; but somebody has written over them. */
    record Spoilt(Target target, long seed) implements Fault {
        @Override
        public String kind() {
            return "files spoilt";
        }

        @Override
        public int happen(Scene scene) throws InterruptedException {
            target.in(scene.stack()).close();
            new StateFiles(scene.stack().data()).spoil(new Random(seed));
            return target.start(scene.stack());
        }
    }
}
