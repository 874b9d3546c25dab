package nl.buurtpuls.benchmark.fuzz;

import java.net.http.HttpResponse;
import java.util.TreeMap;
import nl.buurtpuls.local.process.StartFailure;

/** What the door has answered, counted by status. */
final class Answers {
    private static final int SERVER_ERROR = 500;

    private final TreeMap<Integer, Long> byStatus = new TreeMap<>();

    /**
     * Counts an answer.
     *
     * @throws StartFailure if it is a server error: one is enough to know
     */
    void add(HttpResponse<String> answer, String sent) {
        byStatus.merge(answer.statusCode(), 1L, Long::sum);
        if (answer.statusCode() >= SERVER_ERROR) {
            throw StartFailure.failed(
                    "The door answered " + answer.statusCode() + " " + answer.body() + " to: " + sent);
        }
    }

    long of(int status) {
        return byStatus.getOrDefault(status, 0L);
    }

    @Override
    public String toString() {
        return byStatus.toString();
    }
}
