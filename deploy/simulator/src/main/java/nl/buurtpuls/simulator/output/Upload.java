package nl.buurtpuls.simulator.output;

import java.io.BufferedOutputStream;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.InterruptedIOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.ConnectException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import nl.buurtpuls.contract.event.Event;
import org.eclipse.jetty.client.HttpClient;
import org.eclipse.jetty.client.InputStreamResponseListener;
import org.eclipse.jetty.client.OutputStreamRequestContent;
import org.eclipse.jetty.client.Request;
import org.eclipse.jetty.http.HttpFields;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.http.HttpMethod;
import org.eclipse.jetty.http.HttpStatus;
import org.eclipse.jetty.util.component.LifeCycle;

/**
 * Streams events to the bulk call of ingest-service, as they are made, and goes on where it was cut off. The answer is read
 * meanwhile, by a thread of its own: it has a line for each event that is refused, and who does not read waits for ever. The
 * clients of the JDK read none of an answer before the body has ended.
 */
public final class Upload {

    private static final String TOKEN =
            ": a token with the role mutation-writer is needed, by --token or BUURTPULS_TOKEN";
    private static final Pattern THROUGH = Pattern.compile("\"acknowledgedThroughLine\":(\\d{1,18})");
    private static final Duration BETWEEN_TRIES = Duration.ofSeconds(2);
    /** Without one that got any further. */
    private static final int MOST_TRIES = 30;

    private static final int BUFFER = 64 * 1024;

    private final URI ingest;
    private final Optional<BearerToken> token;
    private final Consumer<Consumer<Event>> source;
    private final Consumer<String> answer;
    private final Duration betweenTries;

    /** What the answers have told so far. The thread that reads one has ended when another looks. */
    private long acknowledged;

    private boolean refusedSome;
    private boolean done;

    private Upload(
            URI ingest,
            Optional<BearerToken> token,
            Consumer<Consumer<Event>> source,
            Consumer<String> answer,
            Duration betweenTries) {
        this.ingest = ingest;
        this.token = token;
        this.source = source;
        this.answer = answer;
        this.betweenTries = betweenTries;
    }

    /** The service has answered with a status that is no success. */
    private static final class Refusal extends IOException {
        private static final long serialVersionUID = 1L;
        private final int status;

        Refusal(URI ingest, int status) {
            super(ingest + " answered " + status + remedy(status));
            this.status = status;
        }

        /** Whether it may be another answer in a while. */
        boolean passes() {
            return status == HttpStatus.SERVICE_UNAVAILABLE_503 || status == HttpStatus.TOO_MANY_REQUESTS_429;
        }

        private static String remedy(int status) {
            return status == HttpStatus.UNAUTHORIZED_401 || status == HttpStatus.FORBIDDEN_403 ? TOKEN : "";
        }
    }

    /**
     * Sends what {@code source} makes and passes on each line of the answer, as it comes, and that the service is away.
     *
     * @param token a bearer token with the role mutation-writer
     * @param source makes the events; made to do it once more where a connection breaks, it makes the same, and those that
     *     Kafka holds are passed over
     * @return whether every event was taken
     * @throws IOException if the service cannot be reached, answers with an error, or breaks off again and again
     */
    public static boolean to(
            URI ingest, Optional<BearerToken> token, Consumer<Consumer<Event>> source, Consumer<String> answer)
            throws IOException {
        return to(ingest, token, source, answer, BETWEEN_TRIES);
    }

    static boolean to(
            URI ingest,
            Optional<BearerToken> token,
            Consumer<Consumer<Event>> source,
            Consumer<String> answer,
            Duration betweenTries)
            throws IOException {
        return new Upload(ingest, token, source, answer, betweenTries).send();
    }

    private boolean send() throws IOException {
        HttpClient http = new HttpClient();
        // A pause between two events is as long as it is.
        http.setIdleTimeout(0);
        LifeCycle.start(http);
        try {
            sendAll(http);
            return !refusedSome;
        } finally {
            LifeCycle.stop(http);
        }
    }

    private void sendAll(HttpClient http) throws IOException {
        sendOnce(http);
        for (int tries = 1; !done; tries++) {
            if (tries > MOST_TRIES) {
                throw new IOException(ingest + " breaks off after line " + acknowledged + " again and again");
            }
            pause();
            long before = acknowledged;
            try {
                sendOnce(http);
            } catch (Refusal refusal) {
                if (!refusal.passes()) {
                    throw refusal;
                }
            } catch (ConnectException e) {
                // It was there a moment ago, and may be coming back.
                answer.accept(ingest + " is away: " + e.getMessage());
            }
            if (acknowledged > before) {
                tries = 0;
            }
        }
    }

    private Request begin(HttpClient http) throws IOException {
        HttpFields.Mutable headers = HttpFields.build();
        if (acknowledged > 0) {
            headers.put("Buurtpuls-Resume", acknowledged);
        }
        if (token.isPresent()) {
            headers.put(HttpHeader.AUTHORIZATION, "Bearer " + token.get().current());
        }
        return http.newRequest(ingest.resolve("/v1/events/bulk"))
                .method(HttpMethod.POST)
                .headers(all -> all.add(headers));
    }

    /**
     * Sends what is not acknowledged. Returns when the answer has ended, at its last line or before.
     *
     * @throws Refusal if the answer has another status
     * @throws ConnectException if the service is away
     */
    private void sendOnce(HttpClient http) throws IOException {
        OutputStreamRequestContent content = new OutputStreamRequestContent("application/x-ndjson");
        InputStreamResponseListener answering = new InputStreamResponseListener();
        Request call = begin(http).body(content);
        call.send(answering);
        long first = acknowledged + 1;
        FutureTask<Integer> answered = new FutureTask<>(() -> read(call, answering));
        Thread reader = new Thread(answered, "answer of ingest-service");
        reader.setDaemon(true);
        reader.start();
        try (OutputStream body = new BufferedOutputStream(content.getOutputStream(), BUFFER)) {
            source.accept(from(first, new EventLine(body)));
        } catch (IOException | UncheckedIOException e) {
            // Cut off. The answer tells why, if there is one.
        }
        Optional<Integer> status = status(answered);
        if (status.isPresent() && status.get() != HttpStatus.OK_200) {
            throw new Refusal(ingest, status.get());
        }
    }

    private static Consumer<Event> from(long first, Consumer<Event> lines) {
        long[] line = {0};
        return event -> {
            if (++line[0] >= first) {
                lines.accept(event);
            }
        };
    }

    /**
     * Empty if none came, or the answer broke off.
     *
     * @throws ConnectException if the service is away
     */
    private static Optional<Integer> status(FutureTask<Integer> answered) throws IOException {
        try {
            return Optional.of(answered.get());
        } catch (ExecutionException e) {
            if (e.getCause() instanceof ConnectException away) {
                throw away;
            }
            if (e.getCause() instanceof IOException) {
                return Optional.empty();
            }
            throw new IllegalStateException("the answer could not be read", e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new InterruptedIOException("interrupted before all was answered");
        }
    }

    private int read(Request call, InputStreamResponseListener answering) throws Exception {
        try {
            int status = answering.get(Long.MAX_VALUE, TimeUnit.NANOSECONDS).getStatus();
            if (status == HttpStatus.OK_200) {
                try (BufferedReader lines =
                        new BufferedReader(new InputStreamReader(answering.getInputStream(), StandardCharsets.UTF_8))) {
                    for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                        hear(line);
                    }
                }
            }
            return status;
        } catch (ExecutionException e) {
            throw e.getCause() instanceof IOException broken ? broken : new IOException(e.getCause());
        } finally {
            // What is still to be sent nobody would read.
            call.abort(new IOException("the answer has ended"));
        }
    }

    private void hear(String line) {
        answer.accept(line);
        Matcher through = THROUGH.matcher(line);
        if (through.find()) {
            acknowledged = Math.max(acknowledged, Long.parseLong(through.group(1)));
        }
        boolean last = line.startsWith("{\"accepted\":");
        refusedSome |= line.startsWith("{\"line\":") || last && !line.contains("\"refused\":0}");
        done |= last;
    }

    private void pause() throws IOException {
        try {
            Thread.sleep(betweenTries.toMillis());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new InterruptedIOException("interrupted before all was sent");
        }
    }
}
