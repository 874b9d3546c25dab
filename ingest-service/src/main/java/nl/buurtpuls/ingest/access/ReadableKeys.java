package nl.buurtpuls.ingest.access;

import java.util.Map;
import java.util.Set;
import nl.buurtpuls.contract.access.Municipalities;
import nl.buurtpuls.contract.area.AreaTable;
import nl.buurtpuls.ingest.problem.ProblemException;
import org.jspecify.annotations.Nullable;

/**
 * Under which keys of the topics a sender may read.
 *
 * @param municipalities CBS codes; empty for under any, also those that are no municipality's
 */
public record ReadableKeys(Set<String> municipalities) {

    /**
     * Those that are asked for, by the parameter {@code municipality}.
     *
     * @param municipality {@code null} for all that the sender speaks for
     * @throws ProblemException if it is no code, or the sender does not speak for it
     */
    public static ReadableKeys of(Sender sender, @Nullable String municipality) {
        if (municipality != null) {
            if (!AreaTable.isMunicipalityCode(municipality)) {
                throw ProblemException.invalidParameter(
                        "municipality", "municipality-code", "A municipality is a CBS code, GM and four digits.");
            }
            if (!sender.speaksFor(municipality)) {
                sender.logAttempts(Map.of(municipality, 1));
                throw ProblemException.forbidden("The token does not speak for " + municipality + ".");
            }
            return new ReadableKeys(Set.of(municipality));
        }
        if (sender.municipalities() instanceof Municipalities.Listed listed) {
            if (listed.codes().isEmpty()) {
                throw ProblemException.forbidden("The token speaks for no municipality.");
            }
            return new ReadableKeys(listed.codes());
        }
        return new ReadableKeys(Set.of());
    }
}
