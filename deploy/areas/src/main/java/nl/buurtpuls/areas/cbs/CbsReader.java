package nl.buurtpuls.areas.cbs;

import com.fasterxml.jackson.databind.ObjectReader;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import nl.buurtpuls.areas.file.Refusal;
import nl.buurtpuls.areas.file.Unreadable;
import nl.buurtpuls.contract.area.Level;
import org.jspecify.annotations.Nullable;

/**
 * Reads 'Kerncijfers wijken en buurten' and 'SES-WOA scores per wijk en buurt' as the CBS publishes them. Figures are taken
 * as they stand: the CBS rounds them, so that buurten need not add up to their wijk.
 */
public final class CbsReader {

    /** How far down the header may stand: a download from StatLine begins with its title. */
    private static final int TITLE_LINES = 10;

    private static final Pattern COUNTRY = Pattern.compile("NL(00)?");
    private static final Pattern YEAR = Pattern.compile("(\\d{4})(JJ00)?(\\*?)");
    private static final Pattern NUMBER = Pattern.compile("-?\\d{1,12}([.,]\\d{1,9})?");
    /** Signs of the CBS for no figure: unknown, secret, nil by definition; and those of its map. */
    private static final Pattern MISSING = Pattern.compile("[.x-]?|-999\\d{2}(\\d{3})?([.,]0+)?");

    private static final Map<String, Level> KINDS =
            Map.of("land", Level.COUNTRY, "gemeente", Level.MUNICIPALITY, "wijk", Level.WIJK, "buurt", Level.BUURT);
    private static final String MUNICIPALITY_SUFFIX = " (gemeente)";

    private final Columns columns;
    private final ObjectReader csv;
    private final @Nullable String period;

    private final List<CbsArea> areas = new ArrayList<>();
    private final List<Refusal> refusals = new ArrayList<>();
    /** On which line each area and period was read. */
    private final Map<String, Integer> seen = new HashMap<>();

    private CbsReader(Columns columns, ObjectReader csv, @Nullable String period) {
        this.columns = columns;
        this.csv = csv;
        this.period = period;
    }

    /**
     * Reads a file.
     *
     * @param period the year of its figures, for files that do not say it; {@code null} if not told
     * @throws Unreadable if it has no column with codes of areas, or nothing tells the period
     */
    public static Reading read(byte[] bytes, @Nullable String period) {
        List<String> lines = CbsText.lines(bytes);
        for (int i = 0; i < Math.min(lines.size(), TITLE_LINES); i++) {
            ObjectReader csv = CbsText.reader(lines.get(i));
            Columns columns = header(lines.get(i), csv);
            if (columns.nameAreas()) {
                if (period == null && columns.period() < 0) {
                    throw new Unreadable("The file does not say of which year its figures are: add --period YEAR.");
                }
                return new CbsReader(columns, csv, period).below(i, lines);
            }
        }
        throw new Unreadable("The file has no column with codes of areas: one of Codering_3, gwb_code_10, gwb_code,"
                + " WijkenEnBuurten, Regioaanduiding/Codering (code) or Regiocode (gemeente, wijk, buurt) (code).");
    }

    private static Columns header(String line, ObjectReader csv) {
        try {
            return Columns.of(CbsText.fields(line, csv));
        } catch (IllegalArgumentException e) {
            // A line of the title may hold any text.
            return Columns.of(List.of());
        }
    }

    private Reading below(int header, List<String> lines) {
        for (int i = header + 1; i < lines.size(); i++) {
            if (lines.get(i).isBlank()) {
                continue;
            }
            try {
                areas.add(area(i + 1, CbsText.fields(lines.get(i), csv)));
            } catch (IllegalArgumentException e) {
                refusals.add(Refusal.of(i + 1, String.valueOf(e.getMessage())));
            }
        }
        return new Reading(areas, refusals);
    }

    private CbsArea area(int line, List<String> fields) {
        int expected = columns.headers().size();
        boolean longer = fields.size() > expected
                && !fields.subList(expected, fields.size()).stream().allMatch(String::isEmpty);
        if (fields.size() < expected || longer) {
            throw new IllegalArgumentException("has " + fields.size() + " fields, the header " + expected);
        }
        String code = fields.get(columns.code());
        if (COUNTRY.matcher(code).matches()) {
            code = "NL";
        }
        Level level = level(code);
        if (columns.kind() >= 0) {
            String kind = fields.get(columns.kind()).toLowerCase(Locale.ROOT);
            if (!kind.isEmpty() && KINDS.get(kind) != level) {
                throw new IllegalArgumentException(code + " is said to be a " + kind);
            }
        }
        String year = period(fields);
        Integer earlier = seen.putIfAbsent(code + " " + year, line);
        if (earlier != null) {
            throw new IllegalArgumentException(code + " stands on line " + earlier + " already");
        }
        BigDecimal hectares = columns.hectares() < 0 ? null : number(line, fields, columns.hectares(), false);
        return new CbsArea(line, code, level, name(level, fields), year, hectares, figures(line, fields));
    }

    private static Level level(String code) {
        if (code.isEmpty()) {
            throw new IllegalArgumentException("has no code");
        }
        if (code.equals("NL")) {
            return Level.COUNTRY;
        }
        if (code.matches("GM\\d{4}")) {
            return Level.MUNICIPALITY;
        }
        if (code.matches("WK\\d{6}")) {
            return Level.WIJK;
        }
        if (code.matches("BU\\d{8}")) {
            return Level.BUURT;
        }
        throw new IllegalArgumentException("'" + code + "' is no code of a municipality, wijk or buurt");
    }

    private String period(List<String> fields) {
        if (columns.period() < 0) {
            return String.valueOf(period);
        }
        Matcher year = YEAR.matcher(fields.get(columns.period()));
        if (!year.matches()) {
            throw new IllegalArgumentException("'" + fields.get(columns.period()) + "' is no year");
        }
        return year.group(1) + year.group(3);
    }

    private @Nullable String name(Level level, List<String> fields) {
        int column = columns.name() >= 0 || level != Level.MUNICIPALITY ? columns.name() : columns.municipalityName();
        if (column < 0 || fields.get(column).isEmpty()) {
            return null;
        }
        String name = fields.get(column);
        return level == Level.MUNICIPALITY && name.endsWith(MUNICIPALITY_SUFFIX)
                ? name.substring(0, name.length() - MUNICIPALITY_SUFFIX.length())
                : name;
    }

    private Map<Figure, BigDecimal> figures(int line, List<String> fields) {
        Map<Figure, BigDecimal> figures = new EnumMap<>(Figure.class);
        columns.figures().forEach((figure, column) -> {
            BigDecimal value = number(line, fields, column, figure.isSigned());
            if (value != null) {
                figures.put(figure, figure.inUnit(value));
            }
        });
        return figures;
    }

    /** The number in a field; {@code null} if there is none, or none that can be taken. */
    private @Nullable BigDecimal number(int line, List<String> fields, int column, boolean signed) {
        String text = fields.get(column);
        if (MISSING.matcher(text).matches()) {
            return null;
        }
        String header = columns.headers().get(column);
        if (!NUMBER.matcher(text).matches()) {
            refusals.add(new Refusal(line, header, "'" + text + "' is no number"));
            return null;
        }
        BigDecimal value = new BigDecimal(text.replace(',', '.'));
        if (!signed && value.signum() < 0) {
            refusals.add(new Refusal(line, header, text + " lies below 0"));
            return null;
        }
        return value;
    }
}
