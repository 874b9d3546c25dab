package nl.buurtpuls.contract.event;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Comparator;

/** Which of two contents of one event counts. */
public final class FactOrder {

    /**
     * The one logged earlier counts, whatever came first; logged at the same time, the one whose content comes first as
     * bytes, so that all who know both agree.
     */
    public static final Comparator<Event> PRECEDENCE =
            Comparator.comparing(Event::time).thenComparing(FactOrder::content, Arrays::compareUnsigned);

    private FactOrder() {}

    /**
     * The same under the key of a municipality, to whose register others may tell who left: what it says itself is not overruled by
     * them.
     */
    public static Comparator<Event> precedence(String municipality) {
        return Comparator.comparing(
                        (Event event) -> !event.data().municipality().equals(municipality))
                .thenComparing(PRECEDENCE);
    }

    private static byte[] content(Event event) {
        byte[] type = event.data().type().typeName().getBytes(StandardCharsets.UTF_8);
        byte[] data = EventJson.write(event.data());
        byte[] content = Arrays.copyOf(type, type.length + data.length);
        System.arraycopy(data, 0, content, type.length, data.length);
        return content;
    }
}
