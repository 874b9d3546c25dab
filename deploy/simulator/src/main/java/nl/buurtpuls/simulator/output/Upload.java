package nl.buurtpuls.simulator.output;

import java.io.BufferedOutputStream;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.InterruptedIOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
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
    private static final Duration PATIENCE = Duration.ofMinutes(2);

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
        // The service has less patience with a sender that is silent.
        http.setIdleTimeout(PATIENCE.toMillis());
        LifeCycle.start(http);
        try {
            sendAll(http);
            return !refusedSome;
        } finally {
            LifeCycle.stop(http);
        }
    }

    private void sendAll(HttpClient http) throws IOException {
        boolean reached = false;
        for (int tries = 0; !done; tries++) {
            if (tries > 0) {
                pause();
            }
            long before = acknowledged;
            IOException failure = null;
            try {
                sendOnce(http);
                reached = true;
            } catch (Refusal refusal) {
                if (!reached || !refusal.passes()) {
                    throw refusal;
                }
                failure = refusal;
            } catch (IOException e) {
                if (!reached) {
                    throw new IOException(ingest + " cannot be reached: " + e, e);
                }
                // It was there a moment ago, and may be coming back.
                answer.accept(ingest + " is away: " + e.getMessage());
                failure = e;
            }
            if (acknowledged > before) {
                tries = 0;
            }
            if (tries == MOST_TRIES) {
                throw new IOException(ingest + " breaks off after line " + acknowledged + " again and again", failure);
            }
        }
    }

    /**
     * Sends what is not acknowledged. Returns when the answer has ended, at its last line or before.
     *
     * @throws Refusal if the answer has another status
     * @throws IOException if none came
     */
    private void sendOnce(HttpClient http) throws IOException {
        Call call = new Call(http);
        try {
            source.accept(call);
            call.end();
        } catch (CutOff e) {
            // The answer tells why, if there is one.
        } catch (RuntimeException e) {
            // Not all was made. Ended as it should be, the body would be taken for the whole.
            call.abort(e);
            throw e;
        }
        int status = call.status();
        if (status != HttpStatus.OK_200) {
            throw new Refusal(ingest, status);
        }
    }

    /** The connection takes no more. */
    private static final class CutOff extends RuntimeException {
        private static final long serialVersionUID = 1L;

        CutOff(IOException cause) {
            super(cause);
        }
    }

    /**
     * One call: passes over what is acknowledged and sends the rest. It begins with the first event that it sends, for to
     * make those before may take longer than the service waits.
     */
    private final class Call implements Consumer<Event> {
        private final long first = acknowledged + 1;
        private final OutputStreamRequestContent content = new OutputStreamRequestContent("application/x-ndjson");
        private final OutputStream body = new BufferedOutputStream(content.getOutputStream(), BUFFER);
        private final EventLine lines = new EventLine(body);
        private final InputStreamResponseListener answering = new InputStreamResponseListener();
        private final FutureTask<Integer> answered = new FutureTask<>(this::read);
        private final Request request;
        private long line;
        private boolean begun;

        Call(HttpClient http) throws IOException {
            HttpFields.Mutable headers = HttpFields.build();
            if (acknowledged > 0) {
                headers.put("Buurtpuls-Resume", acknowledged);
            }
            if (token.isPresent()) {
                headers.put(HttpHeader.AUTHORIZATION, "Bearer " + token.get().current());
            }
            request = http.newRequest(ingest.resolve("/v1/events/bulk"))
                    .method(HttpMethod.POST)
                    .headers(all -> all.add(headers))
                    .body(content);
        }

        @Override
        public void accept(Event event) {
            if (++line < first) {
                return;
            }
            begin();
            try {
                lines.accept(event);
            } catch (UncheckedIOException e) {
                throw new CutOff(e.getCause());
            }
        }

        private void begin() {
            if (begun) {
                return;
            }
            begun = true;
            request.send(answering);
            Thread reader = new Thread(answered, "answer of ingest-service");
            reader.setDaemon(true);
            reader.start();
        }

        void end() {
            begin();
            try {
                body.close();
            } catch (IOException e) {
                throw new CutOff(e);
            }
        }

        void abort(Throwable cause) {
            request.abort(cause);
        }

        /**
         * Waits until the answer has ended, or has broken off.
         *
         * @throws IOException if none came
         */
        int status() throws IOException {
            try {
                return answered.get();
            } catch (ExecutionException e) {
                throw e.getCause() instanceof IOException none ? none : new IOException(e.getCause());
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new InterruptedIOException("interrupted before all was answered");
            }
        }

        private int read() throws Exception {
            try {
                int status = answering.get(Long.MAX_VALUE, TimeUnit.NANOSECONDS).getStatus();
                if (status == HttpStatus.OK_200) {
                    hearAll();
                }
                return status;
            } catch (ExecutionException e) {
                throw e.getCause() instanceof IOException broken ? broken : new IOException(e.getCause());
            } finally {
                // What is still to be sent nobody would read.
                request.abort(new IOException("the answer has ended"));
            }
        }

        private void hearAll() {
            try (BufferedReader text =
                    new BufferedReader(new InputStreamReader(answering.getInputStream(), StandardCharsets.UTF_8))) {
                for (String next = text.readLine(); next != null; next = text.readLine()) {
                    hear(next);
                }
            } catch (IOException e) {
                // Broken off: what was heard until then counts.
            }
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
