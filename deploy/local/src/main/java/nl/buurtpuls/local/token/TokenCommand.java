package nl.buurtpuls.local.token;

import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import nl.buurtpuls.local.process.StartFailure;

/** The command behind {@code deploy/local/token}: prints a token and nothing else. Exit code 2 if it was not understood. */
public final class TokenCommand {

    private TokenCommand() {}

    public static void main(String[] words) {
        PrintStream err = new PrintStream(System.err, true, StandardCharsets.UTF_8);
        if (List.of(words).contains("--help")) {
            System.out.print(TokenOptions.USAGE);
            return;
        }
        try {
            Path home = Path.of(System.getProperty("buurtpuls.home", ""));
            TokenOptions options = TokenOptions.parse(List.of(words), home.toAbsolutePath());
            System.out.println(Tokens.of(options.data(), InstantSource.system()).issue(options.grant()));
        } catch (StartFailure failure) {
            err.println(failure.getMessage());
            System.exit(failure.exitCode());
        }
    }
}
