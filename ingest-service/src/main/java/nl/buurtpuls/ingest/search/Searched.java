package nl.buurtpuls.ingest.search;

import java.time.Instant;
import java.util.List;
import nl.buurtpuls.ingest.problem.ProblemException;
import org.jspecify.annotations.Nullable;

/**
 * What a search has found.
 *
 * @param found what was kept, in order of offset within a partition
 * @param from the publication of the oldest record up to which all was looked at; {@code null} if that is all there is
 */
public record Searched<T>(List<T> found, @Nullable Instant from) {

    /**
     * Asked before it is said that something is not there.
     *
     * @throws ProblemException if there is more than was looked at
     */
    public void requireAll() {
        if (from != null) {
            throw ProblemException.notSearchedThatFar();
        }
    }
}
