package nl.buurtpuls.simulator;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import nl.buurtpuls.contract.event.Event;
import nl.buurtpuls.simulator.behaviour.TownLife;
import nl.buurtpuls.simulator.table.BuurtFigures;
import nl.buurtpuls.simulator.town.Surroundings;

/**
 * Makes the events of an area, one municipality after another, each in order of {@code time}. Only one is in memory at a
 * time: a person belongs to the simulation of one municipality for life, wherever they move.
 */
public final class Simulation {

    private Simulation() {}

    /** Makes all events and returns Heerlen as it is on the last day. */
    public static TownLife run(Settings settings, Consumer<Event> events) {
        List<String> municipalities = settings.area().municipalities();
        Map<String, List<BuurtFigures>> buurten = buurten(municipalities);
        TownLife heerlen = null;
        for (String municipality : municipalities) {
            TownLife town = life(settings, municipality, buurten, events);
            town.liveUntil(settings.to());
            if (municipality.equals(Area.HEERLEN_CODE)) {
                heerlen = town;
            }
        }
        if (heerlen == null) {
            throw new IllegalStateException("each area has Heerlen in it, " + settings.area() + " has not");
        }
        return heerlen;
    }

    private static Map<String, List<BuurtFigures>> buurten(List<String> municipalities) {
        Map<String, List<BuurtFigures>> buurten = new TreeMap<>();
        if (municipalities.size() > 1) {
            buurten.putAll(BuurtFigures.madeUp());
            buurten.keySet().retainAll(municipalities);
        }
        buurten.put(Area.HEERLEN_CODE, BuurtFigures.heerlen());
        return buurten;
    }

    private static TownLife life(
            Settings settings, String municipality, Map<String, List<BuurtFigures>> buurten, Consumer<Event> events) {
        Map<String, List<BuurtFigures>> others = new HashMap<>(buurten);
        List<BuurtFigures> own = others.remove(municipality);
        if (own == null) {
            throw new IllegalStateException("wijken.csv lacks " + municipality);
        }
        boolean heerlen = municipality.equals(Area.HEERLEN_CODE);
        return new TownLife(
                municipality,
                own,
                new Surroundings(others),
                new TownLife.Span(settings.seed(), settings.from(), settings.to(), settings.scale()),
                heerlen,
                heerlen && settings.isCalibrated(),
                events);
    }
}
