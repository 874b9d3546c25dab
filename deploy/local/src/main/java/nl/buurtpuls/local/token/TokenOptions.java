package nl.buurtpuls.local.token;

import java.nio.file.Path;
import java.time.Duration;
import java.time.format.DateTimeParseException;
import java.util.Iterator;
import java.util.List;
import nl.buurtpuls.contract.access.Municipalities;
import nl.buurtpuls.contract.access.Roles;
import nl.buurtpuls.local.process.DataFolder;
import nl.buurtpuls.local.process.StartFailure;

/**
 * What {@code deploy/local/token} was asked for.
 *
 * @param data whose services are to take the token
 */
record TokenOptions(DataFolder data, Grant grant) {

    static final String USAGE = """
            Usage: deploy/local/token ROLE[,ROLE…] [options]
            Prints a bearer token that the Buurtpuls of a data folder takes, running or not yet.
            Roles: %s
              --municipalities GM0917,GM0928   those it speaks for (default: all)
              --data DIR                       the data folder (default: deploy/local/data)
              --purpose TEXT                   why exact figures are read (default: local)
              --name NAME                      who holds it (default: local)
              --expires PT1H                   how long it is good (ISO 8601; default: an hour)
            """.formatted(String.join(", ", Roles.all()));

    /**
     * Reads the words of the command line.
     *
     * @param home the folder of the project
     * @throws StartFailure naming the word that is wrong
     */
    static TokenOptions parse(List<String> words, Path home) {
        Path data = home.resolve("deploy").resolve("local").resolve("data");
        Grant grant;
        Iterator<String> rest = words.iterator();
        try {
            grant = Grant.of(roles(rest));
            while (rest.hasNext()) {
                String word = rest.next();
                switch (word) {
                    case "--municipalities" -> grant = grant.speakingFor(Municipalities.parse(value(word, rest)));
                    case "--data" -> data = Path.of(value(word, rest));
                    case "--purpose" -> grant = grant.toServe(value(word, rest));
                    case "--name" -> grant = grant.named(value(word, rest));
                    case "--expires" -> grant = grant.validFor(Duration.parse(value(word, rest)));
                    default -> throw refusal("There is no option " + word + ".");
                }
            }
        } catch (DateTimeParseException e) {
            throw refusal("--expires is a span as PT1H or P7D, not '" + e.getParsedString() + "'.");
        } catch (IllegalArgumentException e) {
            throw refusal(String.valueOf(e.getMessage()));
        }
        return new TokenOptions(new DataFolder(data), grant);
    }

    private static String[] roles(Iterator<String> rest) {
        if (!rest.hasNext()) {
            throw refusal("A role is needed.");
        }
        return rest.next().split(",");
    }

    private static String value(String option, Iterator<String> rest) {
        if (!rest.hasNext()) {
            throw refusal("The option " + option + " needs a value.");
        }
        return rest.next();
    }

    private static StartFailure refusal(String line) {
        return StartFailure.notStarted(line + "\n" + USAGE.stripTrailing());
    }
}
