package nl.buurtpuls.report.stream;

import io.smallrye.mutiny.Multi;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.sse.OutboundSseEvent;
import jakarta.ws.rs.sse.Sse;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import nl.buurtpuls.report.area.Areas;
import nl.buurtpuls.report.disclosure.Gate;
import nl.buurtpuls.report.problem.ProblemException;
import nl.buurtpuls.report.stream.Client.Told;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
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
    private final Gate gate;

    StreamResource(Streams streams, Areas areas, Gate gate) {
        this.streams = streams;
        this.areas = areas;
        this.gate = gate;
    }

    @GET
    @Produces(MediaType.SERVER_SENT_EVENTS)
    @Operation(
            operationId = "followStream",
            summary =
                    "What changes in areas, as server-sent events: the newest state of each, whenever that is another",
            description =
                    "Events `snapshot` (data: the area's snapshot) and `alert` (data: the alert). A client that reads slowly"
                            + " gets the newest state, never a queue. Who comes back with the id of the last event in"
                            + " `Last-Event-ID` is told what has changed since.")
    public Multi<OutboundSseEvent> follow(
            @Parameter(
                            description = "Codes of areas, separated by commas, at most " + Wish.MOST_AREAS
                                    + "; may be left out for alerts alone, and then stands for all")
                    @RestQuery("areas")
                    @Nullable
                    String codes,
            @Parameter(description = "`snapshots`, `alerts`, or both; both if left out") @RestQuery("topics") @Nullable
                    String topics,
            @HeaderParam(LAST_EVENT_ID) @Nullable String lastEventId,
            @jakarta.ws.rs.core.Context Sse sse) {
        Wish wish = wish(codes, topics);
        Place since = since(lastEventId);
        if (!streams.hasRoom()) {
            throw ProblemException.full("This instance has as many clients as it takes.");
        }
        Context own = Objects.requireNonNull(Vertx.currentContext(), "the stream is asked for on an event loop");
        Streams.Now now = streams.now();
        return gate.open()
                .onItem()
                .transformToMulti(release -> streams.follow(wish, release.isExact(), since, now, own))
                .map(told -> event(told, sse));
    }

    private OutboundSseEvent event(Told told, Sse sse) {
        if (told instanceof Told.State state) {
            Board.Entry entry = state.entry();
            return sse.newEventBuilder()
                    .id(state.place().toString())
                    .name(entry.thing().topic().event())
                    .mediaType(MediaType.TEXT_PLAIN_TYPE) // It is JSON already, and on one line.
                    .data(entry.text())
                    .build();
        }
        return sse.newEventBuilder().comment("").build();
    }

    private Wish wish(@Nullable String codes, @Nullable String topics) {
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
        if (wanted.size() > Wish.MOST_AREAS) {
            throw ProblemException.invalid(
                    "areas", "too-many", "At most " + Wish.MOST_AREAS + " areas, got " + wanted.size() + ".");
        }
        return new Wish(named, wanted.stream().map(areas::named).collect(Collectors.toSet()));
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

    private static @Nullable Place since(@Nullable String lastEventId) {
        if (lastEventId == null || lastEventId.isBlank()) {
            return null;
        }
        return Place.parse(lastEventId.strip())
                .orElseThrow(() -> ProblemException.invalid(
                        LAST_EVENT_ID,
                        "invalid",
                        "Expected the id of an event of this stream, got '" + lastEventId + "'."));
    }
}
