package nl.buurtpuls.report.area;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import nl.buurtpuls.contract.area.Area;
import nl.buurtpuls.contract.area.AreaTable;
import nl.buurtpuls.contract.area.Level;
import nl.buurtpuls.contract.area.ScoreCoverage;
import nl.buurtpuls.report.problem.Nearest;
import nl.buurtpuls.report.problem.ProblemException;
import org.jspecify.annotations.Nullable;

/** Finds the areas that callers name. */
@ApplicationScoped
public class Areas {

    private static final Pattern WIJK = Pattern.compile("WK\\d{6}");
    private static final Pattern BUURT = Pattern.compile("BU\\d{8}");

    private final AreaTable table;

    Areas(AreaTable table) {
        this.table = table;
    }

    /** Of how many municipalities a SES-WOA score is known. */
    public ScoreCoverage scoreCoverage() {
        return table.scoreCoverage();
    }

    /** An area that a caller names; one that the table lacks, if its code lies in a municipality without buurten there. */
    public Area named(String code) {
        return find(code).orElseThrow(() -> unknown(code));
    }

    /** Whether there is an area that a caller may name so. */
    public boolean has(String code) {
        return find(code).isPresent();
    }

    /** The area of a code, as {@link #named} has it. */
    public Optional<Area> find(String code) {
        return table.find(code).or(() -> told(code));
    }

    private Optional<Area> told(String code) {
        boolean buurt = BUURT.matcher(code).matches();
        if (!buurt && !WIJK.matcher(code).matches()) {
            return Optional.empty();
        }
        if (!table.accepts(AreaTable.municipalityOf(code), AreaTable.buurtIn(code))) {
            return Optional.empty();
        }
        List<String> around = table.around(AreaTable.buurtIn(code));
        List<String> parents = around.subList(buurt ? 1 : 2, around.size());
        return Optional.of(new Area(code, code, buurt ? Level.BUURT : Level.WIJK, List.copyOf(parents)));
    }

    private ProblemException unknown(String code) {
        return ProblemException.unknown("There is no area " + code + "."
                + Nearest.to(code, table.all().stream().map(Area::code)));
    }

    /** The municipality around an area; one that lies in none, for it holds several, ends the call. */
    public String municipalityAround(Area area) {
        String municipality = table.municipalityAround(area.code());
        if (municipality == null) {
            throw ProblemException.invalid(
                    "code",
                    "above-the-municipality",
                    "This is known of municipalities and what lies in them, not of a "
                            + area.level().code() + ".");
        }
        return municipality;
    }

    /** The areas of a level within another, in order of code. */
    public List<Area> list(@Nullable String level, @Nullable String within) {
        Level wanted = level == null ? null : level(level);
        if (within != null) {
            named(within);
        }
        return table.all().stream()
                .filter(area -> wanted == null || area.level() == wanted)
                .filter(area -> within == null || area.parents().contains(within))
                .sorted(Comparator.comparing(Area::code))
                .toList();
    }

    /** The areas right below: wijken of a group or municipality, buurten of a wijk, and so on up. */
    public List<Area> children(Area parent) {
        return table.all().stream().filter(area -> isRightBelow(area, parent)).toList();
    }

    private static boolean isRightBelow(Area area, Area parent) {
        if (parent.level() == Level.GROUP || parent.level() == Level.MUNICIPALITY) {
            return area.level() == Level.WIJK && area.parents().contains(parent.code());
        }
        return !area.parents().isEmpty() && area.parents().get(0).equals(parent.code());
    }

    private static Level level(String code) {
        return Level.of(code)
                .orElseThrow(() -> ProblemException.notOneOf(
                        "level", Stream.of(Level.values()).map(Level::code), code));
    }
}
