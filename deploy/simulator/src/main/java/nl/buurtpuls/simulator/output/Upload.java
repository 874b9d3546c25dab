package nl.buurtpuls.simulator.output;

import java.io.BufferedOutputStream;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.net.HttpURLConnection;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.function.Consumer;
import nl.buurtpuls.contract.event.Event;

/** Streams events to the bulk call of ingest-service, as they are made. */
public final class Upload {

    private static final int CHUNK = 64 * 1024;

    private Upload() {}

    /**
     * Sends what {@code source} makes and passes on each line of the answer.
     *
     * @return whether every event was taken
     * @throws IOException if the service cannot be reached or answers with an error
     */
    public static boolean to(URI ingest, Consumer<Consumer<Event>> source, Consumer<String> answer) throws IOException {
        HttpURLConnection call =
                (HttpURLConnection) ingest.resolve("/v1/events/bulk").toURL().openConnection();
        call.setRequestMethod("POST");
        call.setDoOutput(true);
        call.setChunkedStreamingMode(CHUNK);
        call.setRequestProperty("Content-Type", "application/x-ndjson");
        try (OutputStream body = new BufferedOutputStream(call.getOutputStream(), CHUNK)) {
            source.accept(new EventLine(body));
        }
        if (call.getResponseCode() != HttpURLConnection.HTTP_OK) {
            throw new IOException(ingest + " answered " + call.getResponseCode());
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
}
