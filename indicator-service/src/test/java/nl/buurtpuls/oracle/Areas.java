package nl.buurtpuls.oracle;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import nl.buurtpuls.contract.area.AreaTable;

/** Which buurt lies in which area. */
final class Areas {

    private final AreaTable table;
    private final Map<String, Set<String>> around = new HashMap<>();

    Areas(AreaTable table) {
        this.table = table;
    }

    boolean liesIn(String buurt, String area) {
        return around.computeIfAbsent(buurt, any -> new HashSet<>(table.around(buurt)))
                .contains(area);
    }
}
