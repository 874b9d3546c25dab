package nl.buurtpuls.endtoend;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.Iterator;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import nl.buurtpuls.contract.area.Area;
import nl.buurtpuls.contract.area.AreaTable;
import nl.buurtpuls.contract.area.Level;
import nl.buurtpuls.contract.event.Event;
import nl.buurtpuls.contract.event.EventJson;
import nl.buurtpuls.oracle.Geography;
import nl.buurtpuls.oracle.NaiveCountry;
import nl.buurtpuls.oracle.NaiveMunicipality;
import nl.buurtpuls.oracle.Published;
import nl.buurtpuls.oracle.Worlds;

/**
 * A hostile world and the registers that it happens in. Several can live on one stack: what happens in one municipality
 * is nothing to another.
 *
 * @param municipalities where it happens, in the order of {@link Worlds#MUNICIPALITIES}
 * @param events what happens, each event that was thought up, some of them twice
 */
record World(List<String> municipalities, List<Event> events) {

    private static final Pattern MUNICIPALITY = Pattern.compile("GM\\d{4}");
    private static final Geography GEOGRAPHY = Geography.of(AreaTable.shipped());

    /** A world in Heerlen and its neighbours. */
    static World inHeerlen(Worlds.Mode mode, long seed, int persons, int events) {
        return new World(Worlds.MUNICIPALITIES, Worlds.random(mode, seed, persons, events));
    }

    /** Worlds without end, each in three municipalities of its own, as long as the country has some left. */
    static Iterator<World> withoutEnd(long seed) {
        Deque<String> left = AreaTable.shipped().all().stream()
                .filter(area -> area.level() == Level.MUNICIPALITY && !Worlds.MUNICIPALITIES.contains(area.code()))
                .map(Area::code)
                .sorted()
                .collect(Collectors.toCollection(ArrayDeque::new));
        return Stream.iterate(seed, next -> left.size() > 3, next -> next + 1)
                .map(next -> {
                    World world = inHeerlen(Worlds.Mode.MIXED, next, 40, 600).withClocksAhead();
                    // One that people come from elsewhere in it would have them come from where they are.
                    Set<String> mentioned = world.mentioned();
                    List<String> homes = Stream.generate(left::poll)
                            .filter(code -> !mentioned.contains(code))
                            .limit(3)
                            .toList();
                    return world.movedTo(homes.get(0), homes.get(1), homes.get(2));
                })
                .iterator();
    }

    /** Codes of all municipalities that its events speak of. */
    Set<String> mentioned() {
        return events.stream()
                .map(event -> new String(EventJson.write(event.data()), StandardCharsets.UTF_8))
                .flatMap(data -> MUNICIPALITY.matcher(data).results())
                .map(MatchResult::group)
                .collect(Collectors.toSet());
    }

    /** The same world elsewhere; the municipalities are three whose buurten the area table lacks. */
    World movedTo(String first, String second, String third) {
        List<String> elsewhere = List.of(first, second, third);
        List<Event> moved = events.stream()
                .map(event -> {
                    String data = new String(EventJson.write(event.data()), StandardCharsets.UTF_8);
                    for (int i = 0; i < elsewhere.size(); i++) {
                        data = moved(data, municipalities.get(i), elsewhere.get(i));
                    }
                    return new Event(
                            event.id(),
                            event.time(),
                            EventJson.read(event.data().type(), data.getBytes(StandardCharsets.UTF_8)));
                })
                .toList();
        return new World(elsewhere, moved);
    }

    /** The same world as told by senders of whom one in five has a clock that is ahead, by a day or by years. */
    World withClocksAhead() {
        return new World(
                municipalities,
                events.stream()
                        .map(event -> new Event(event.id(), event.time().plus(ahead(event)), event.data()))
                        .toList());
    }

    /** By the id, so that an event that comes twice is the same twice. */
    private static Duration ahead(Event event) {
        int hash = Math.floorMod(event.id().hashCode(), 5_000);
        return hash % 5 == 0 ? Duration.ofDays(1 + hash / 5) : Duration.ZERO;
    }

    /** How many events bear the time of a clock that is ahead. */
    long stampedAhead() {
        return events.stream().filter(event -> !ahead(event).isZero()).count();
    }

    private static String moved(String text, String from, String to) {
        return text.replace("GM" + from.substring(2), "GM" + to.substring(2))
                .replace("BU" + from.substring(2), "BU" + to.substring(2))
                .replace("WK" + from.substring(2), "WK" + to.substring(2));
    }

    /** The events in no order at all, a third of them twice. */
    List<Event> sent(long seed) {
        List<Event> sent = new ArrayList<>(events);
        sent.addAll(events.subList(events.size() / 3, 2 * events.size() / 3));
        Collections.shuffle(sent, new Random(seed));
        return sent;
    }

    /** The areas of one of its municipalities in which something can happen. */
    List<String> areas(String municipality) {
        int index = municipalities.indexOf(municipality);
        String home = Worlds.MUNICIPALITIES.get(index);
        return Worlds.areas(home).stream()
                // A group has no code that tells its municipality, and does not move.
                .filter(area -> municipality.equals(home) || !area.equals("HN"))
                .map(area -> moved(area, home, municipality))
                .toList();
    }

    /** The recount of one of its municipalities. */
    NaiveMunicipality recounted(String municipality) {
        return new NaiveMunicipality(municipality, Published.all(events), GEOGRAPHY);
    }

    /** The recount of all of them together. */
    NaiveCountry recountedTogether() {
        return new NaiveCountry(municipalities, Published.all(events), GEOGRAPHY);
    }

    /** So many parts of about one size. */
    static List<List<Event>> parts(List<Event> events, int parts) {
        return IntStream.range(0, parts)
                .mapToObj(i -> events.subList(events.size() * i / parts, events.size() * (i + 1) / parts))
                .toList();
    }
}
