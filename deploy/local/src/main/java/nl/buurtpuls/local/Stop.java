package nl.buurtpuls.local;

import java.util.List;
import nl.buurtpuls.local.process.LeftOver;
import nl.buurtpuls.local.process.StartFailure;

/** The command behind {@code deploy/local/stop}: ends the stack of a data folder, or what is left of one. */
public final class Stop {
    private Stop() {}

    public static void main(String[] words) {
        try {
            List<String> stopped = new LeftOver(Options.parseStop(List.of(words), Launcher.home())).stop();
            System.out.println(
                    stopped.isEmpty() ? "Buurtpuls does not run there" : "Stopped: " + String.join(", ", stopped));
        } catch (StartFailure failure) {
            System.err.println(failure.getMessage());
            System.exit(failure.exitCode());
        }
    }
}
