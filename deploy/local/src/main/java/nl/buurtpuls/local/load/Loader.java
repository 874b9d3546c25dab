package nl.buurtpuls.local.load;

import java.nio.file.Path;
import java.time.InstantSource;
import nl.buurtpuls.contract.access.Roles;
import nl.buurtpuls.local.process.Progress;
import nl.buurtpuls.local.stack.Stack;
import nl.buurtpuls.local.token.Grant;

/** Loads into a running stack, and returns when the figures can be read. */
public final class Loader {
    private final Path home;
    private final InstantSource clock;
    private final Progress progress;

    /**
     * @param home the folder of the project, with the built simulator in it
     * @param clock tells up to which day a sample goes that is loaded for the first time
     */
    public Loader(Path home, InstantSource clock, Progress progress) {
        this.home = home;
        this.clock = clock;
        this.progress = progress;
    }

    /**
     * Loads what is asked for, unless it was loaded before, and waits until the services have worked it off.
     *
     * @throws nl.buurtpuls.local.process.StartFailure if a part ends, or the load is refused, or nothing moves any more
     */
    public void load(Load load, Stack stack) throws InterruptedException {
        Figures figures = new Figures(stack, progress);
        if (load instanceof Load.Sample) {
            new SampleLoad(home, clock, progress).into(stack);
            figures.awaitReadable();
            figures.awaitPopulation("GM0917");
        } else {
            if (load instanceof Load.EventFile file) {
                Grant writer = Grant.of(Roles.MUTATION_WRITER).named("local-loader");
                new EventFileLoad(file.path(), () -> stack.tokens().issue(writer), progress).into(stack);
            }
            figures.awaitReadable();
        }
    }
}
