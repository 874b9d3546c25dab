package nl.buurtpuls.benchmark.peers;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import nl.buurtpuls.benchmark.peers.Mutation.Kind;
import nl.buurtpuls.benchmark.recount.Figure;
import org.apache.kafka.common.serialization.Serde;
import org.apache.kafka.common.serialization.Serdes;
import org.jspecify.annotations.Nullable;

/**
 * What the DSL job keeps of a person: how it is now, as one does who expects mutations in the order in which they happen. A
 * mutation of the past is booked on its day, against the buurt of now. The last change of address can be taken back.
 *
 * @param buurt where the person lives; {@code null} for nowhere
 * @param grants names of the grants that run
 * @param seen ids of mutations, so that one sent twice counts once
 * @param last the last change of address; {@code null} before the first
 * @param changes what the last mutation did to the figures
 */
record DslPerson(
        @Nullable String buurt,
        Set<String> grants,
        Set<String> seen,
        @Nullable Last last,
        List<Change> changes) {
    static final DslPerson UNKNOWN = new DslPerson(null, Set.of(), Set.of(), null, List.of());

    private static final ObjectMapper JSON = new ObjectMapper();

    /**
     * By how much a figure changed.
     *
     * @param day days since 1970
     */
    record Change(String buurt, Figure figure, long day, long by) {}

    /** The last change of address: its id, the buurt before it, and what it did. */
    record Last(String id, @Nullable String before, List<Change> changes) {}

    DslPerson after(Mutation mutation) {
        if (seen.contains(mutation.id())) {
            return new DslPerson(buurt, grants, seen, last, List.of());
        }
        Set<String> ids = with(seen, mutation.id());
        long day = mutation.day().toEpochDay();
        return switch (mutation.kind()) {
            case FOUND, ARRIVES, MOVES, LEAVES, DIES -> goes(mutation, day, ids);
            case GRANTED -> receives(with(grants, mutation.detail()), day, ids);
            case ENDED -> receives(without(grants, mutation.detail()), day, ids);
            case RETRACTED -> retract(mutation.detail(), ids);
        };
    }

    private DslPerson goes(Mutation mutation, long day, Set<String> ids) {
        Kind kind = mutation.kind();
        String to = kind == Kind.LEAVES || kind == Kind.DIES ? null : mutation.detail();
        List<Change> booked = new ArrayList<>();
        if (buurt != null) {
            booked.add(new Change(buurt, Figure.POPULATION, day, -1));
            if (kind == Kind.LEAVES || kind == Kind.ARRIVES) {
                booked.add(new Change(buurt, Figure.DEPARTURES, day, 1));
            }
            if (!grants.isEmpty()) {
                booked.add(new Change(buurt, Figure.RECIPIENTS, day, -1));
            }
        }
        if (to != null) {
            booked.add(new Change(to, Figure.POPULATION, day, 1));
            if (kind == Kind.ARRIVES) {
                booked.add(new Change(to, Figure.ARRIVALS, day, 1));
            }
            if (!grants.isEmpty()) {
                booked.add(new Change(to, Figure.RECIPIENTS, day, 1));
            }
        }
        return new DslPerson(
                to, kind == Kind.DIES ? Set.of() : grants, ids, new Last(mutation.id(), buurt, booked), booked);
    }

    private DslPerson receives(Set<String> then, long day, Set<String> ids) {
        boolean same = buurt == null || grants.isEmpty() == then.isEmpty();
        List<Change> booked =
                same ? List.of() : List.of(new Change(buurt, Figure.RECIPIENTS, day, then.isEmpty() ? -1 : 1));
        return new DslPerson(buurt, then, ids, last, booked);
    }

    private DslPerson retract(String id, Set<String> ids) {
        if (last == null || !last.id().equals(id)) {
            return new DslPerson(buurt, grants, ids, last, List.of());
        }
        List<Change> back = last.changes().stream()
                .map(change -> new Change(change.buurt(), change.figure(), change.day(), -change.by()))
                .toList();
        return new DslPerson(last.before(), grants, ids, null, back);
    }

    private static Set<String> with(Set<String> some, String one) {
        Set<String> all = new TreeSet<>(some);
        all.add(one);
        return all;
    }

    private static Set<String> without(Set<String> some, String one) {
        Set<String> rest = new TreeSet<>(some);
        rest.remove(one);
        return rest;
    }

    static Serde<DslPerson> serde() {
        return Serdes.serdeFrom(
                (topic, person) -> {
                    try {
                        return JSON.writeValueAsBytes(person);
                    } catch (JsonProcessingException e) {
                        throw new UncheckedIOException(e);
                    }
                },
                (topic, bytes) -> {
                    try {
                        return bytes == null ? null : JSON.readValue(bytes, DslPerson.class);
                    } catch (IOException e) {
                        throw new UncheckedIOException(e);
                    }
                });
    }
}
