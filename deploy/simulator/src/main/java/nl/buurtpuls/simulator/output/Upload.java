package nl.buurtpuls.simulator.output;

import java.io.BufferedOutputStream;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.net.HttpURLConnection;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.function.Consumer;
import nl.buurtpuls.contract.event.Event;

/** Streams events to the bulk call of ingest-service, as they are made. */
public final class Upload {

    private static final int CHUNK = 64 * 1024;

    private static final String TOKEN =
            ": a token with the role mutation-writer is needed, by --token or BUURTPULS_TOKEN";

    private Upload() {}

    /**
     * Sends what {@code source} makes and passes on each line of the answer.
     *
     * @param token a bearer token with the role mutation-writer
     * @return whether every event was taken
     * @throws IOException if the service cannot be reached or answers with an error
     */
    public static boolean to(
            URI ingest, Optional<BearerToken> token, Consumer<Consumer<Event>> source, Consumer<String> answer)
            throws IOException {
        HttpURLConnection call =
                (HttpURLConnection) ingest.resolve("/v1/events/bulk").toURL().openConnection();
        call.setRequestMethod("POST");
        call.setDoOutput(true);
        call.setChunkedStreamingMode(CHUNK);
        call.setRequestProperty("Content-Type", "application/x-ndjson");
        if (token.isPresent()) {
            call.setRequestProperty("Authorization", "Bearer " + token.get().current());
        }
        try (OutputStream body = new BufferedOutputStream(call.getOutputStream(), CHUNK)) {
            source.accept(new EventLine(body));
        }
        if (call.getResponseCode() != HttpURLConnection.HTTP_OK) {
            throw new IOException(ingest + " answered " + call.getResponseCode() + remedy(call.getResponseCode()));
        }
        String last = "";
        try (BufferedReader lines =
                new BufferedReader(new InputStreamReader(call.getInputStream(), StandardCharsets.UTF_8))) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                answer.accept(line);
                last = line;
            }
        }
        return last.contains("\"accepted\"") && last.contains("\"refused\":0");
    }

    private static String remedy(int status) {
        return status == HttpURLConnection.HTTP_UNAUTHORIZED || status == HttpURLConnection.HTTP_FORBIDDEN ? TOKEN : "";
    }
}
