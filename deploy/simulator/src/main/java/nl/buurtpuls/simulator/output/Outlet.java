package nl.buurtpuls.simulator.output;

import java.io.IOException;
import java.util.List;
import nl.buurtpuls.contract.event.Event;

/** Takes a few events at a time. */
public interface Outlet {

    /**
     * @throws IOException if they could not be delivered, or not all
     */
    void send(List<Event> events) throws IOException;
}
