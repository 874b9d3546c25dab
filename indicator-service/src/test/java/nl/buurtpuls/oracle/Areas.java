package nl.buurtpuls.oracle;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import nl.buurtpuls.contract.area.AreaTable;

/** Which buurt lies in which area. */
final class Areas {

    private static final AreaTable TABLE = AreaTable.shipped();

    private final Map<String, Set<String>> around = new HashMap<>();

    boolean liesIn(String buurt, String area) {
        return around.computeIfAbsent(buurt, any -> new HashSet<>(TABLE.around(buurt)))
                .contains(area);
    }
}
