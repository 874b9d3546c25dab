package nl.buurtpuls.report.stream;

import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.subscription.UniEmitter;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.RoutingContext;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.Duration;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import nl.buurtpuls.contract.area.AreaTable;
import nl.buurtpuls.report.access.Reader;
import nl.buurtpuls.report.area.Areas;
import nl.buurtpuls.report.disclosure.Gate;
import nl.buurtpuls.report.problem.ProblemException;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

/** What changes, as server-sent events. */
@Path("/v1/stream")
@Tag(name = "stream", description = "What changes, as it changes")
public class StreamResource {

    private static final String LAST_EVENT_ID = "Last-Event-ID";

    private final Streams streams;
    private final Areas areas;
    private final AreaTable table;
    private final Gate gate;
    private final Reader reader;

    StreamResource(Streams streams, Areas areas, AreaTable table, Gate gate, Reader reader) {
        this.streams = streams;
        this.areas = areas;
        this.table = table;
        this.gate = gate;
        this.reader = reader;
    }

    @GET
    @Produces(MediaType.SERVER_SENT_EVENTS)
    @Operation(
            operationId = "followStream",
            summary =
                    "What changes in areas, as server-sent events: the newest state of each, whenever that is another",
            description =
                    "Events `snapshot` (data: the area's snapshot) and `alert` (data: the alert). Of alerts, those of areas"
                            + " that lie in the ones named are told too, as `GET /v1/alerts?area=` has them. A client that"
                            + " reads slowly gets the newest state, never a queue. Who comes back with the id of the last event in"
                            + " `Last-Event-ID` is told what has changed since.")
    @APIResponse(
            responseCode = "200",
            description = "Events, until one of both goes or the token has expired",
            content =
                    @Content(
                            mediaType = MediaType.SERVER_SENT_EVENTS,
                            schema = @Schema(type = SchemaType.STRING, description = "Server-sent events")))
    public Uni<Void> follow(
            @Parameter(
                            description = "Codes of areas, separated by commas, at most " + Subscription.MOST_AREAS
                                    + "; may be left out for alerts alone, and then stands for all")
                    @RestQuery("areas")
                    @Nullable
                    String codes,
            @Parameter(description = "`snapshots`, `alerts`, or both; both if left out") @RestQuery("topics") @Nullable
                    String topics,
            @HeaderParam(LAST_EVENT_ID) @Nullable String lastEventId,
            @jakarta.ws.rs.core.Context RoutingContext call) {
        Subscription subscription = subscription(codes, topics);
        StreamPosition since = since(lastEventId);
        if (!streams.hasRoom()) {
            throw ProblemException.full("This instance has as many clients as it takes.");
        }
        Context own = Objects.requireNonNull(Vertx.currentContext(), "the stream is asked for on an event loop");
        Streams.Now now = streams.now();
        Optional<Duration> longest = reader.lasts();
        return gate.open()
                .chain(release -> Uni.createFrom()
                        .emitter(ended -> own.runOnContext(any -> begin(
                                call,
                                longest,
                                ended,
                                out -> streams.follow(subscription, release.isExact(), since, now, own, out)))));
    }

    /**
     * Written by hand: what is told to thousands is encoded once, and not for each of them.
     *
     * @param longest after which it ends by itself: whoever comes back then shows a token that is taken
     * @param ended is told when the answer is over
     */
    private void begin(
            RoutingContext call,
            Optional<Duration> longest,
            UniEmitter<? super Void> ended,
            Function<HttpServerResponse, Client> follow) {
        HttpServerResponse answer = call.response();
        if (answer.closed()) {
            ended.complete(null);
            return;
        }
        answer.putHeader(HttpHeaders.CONTENT_TYPE, MediaType.SERVER_SENT_EVENTS).setChunked(true);
        // The head goes out now: it says that the stream has begun.
        answer.write(Buffer.buffer());
        Client client = follow.apply(answer);
        Vertx vertx = call.vertx();
        OptionalLong timer = longest.stream()
                .mapToLong(span -> vertx.setTimer(Math.max(1, span.toMillis()), any -> client.end()))
                .findFirst();
        call.addEndHandler(any -> {
            timer.ifPresent(vertx::cancelTimer);
            streams.leave(client);
            ended.complete(null);
        });
    }

    private Subscription subscription(@Nullable String codes, @Nullable String topics) {
        Set<StreamTopic> named = topics == null
                ? Set.of(StreamTopic.values())
                : parts(topics).stream().map(StreamResource::topic).collect(Collectors.toSet());
        if (named.isEmpty()) {
            throw ProblemException.required("topics");
        }
        Set<String> wanted = new LinkedHashSet<>(codes == null ? List.of() : parts(codes));
        if (wanted.isEmpty() && named.contains(StreamTopic.SNAPSHOTS)) {
            throw ProblemException.invalid(
                    "areas", "required", "Snapshots are followed of areas that are named; without, ask topics=alerts.");
        }
        if (wanted.size() > Subscription.MOST_AREAS) {
            throw ProblemException.invalid(
                    "areas", "too-many", "At most " + Subscription.MOST_AREAS + " areas, got " + wanted.size() + ".");
        }
        return new Subscription(named, wanted.stream().map(areas::named).collect(Collectors.toSet()), table);
    }

    private static List<String> parts(String list) {
        return Arrays.stream(list.split(","))
                .map(String::strip)
                .filter(part -> !part.isEmpty())
                .toList();
    }

    private static StreamTopic topic(String id) {
        return StreamTopic.of(id)
                .orElseThrow(() -> ProblemException.notOneOf(
                        "topics", Stream.of(StreamTopic.values()).map(StreamTopic::id), id));
    }

    private static @Nullable StreamPosition since(@Nullable String lastEventId) {
        if (lastEventId == null || lastEventId.isBlank()) {
            return null;
        }
        return StreamPosition.parse(lastEventId.strip())
                .orElseThrow(() -> ProblemException.invalid(
                        LAST_EVENT_ID,
                        "invalid",
                        "Expected the id of an event of this stream, got '" + lastEventId + "'."));
    }
}
