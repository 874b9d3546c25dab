package nl.buurtpuls.report.map;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.dataformat.csv.CsvMapper;
import com.fasterxml.jackson.dataformat.csv.CsvParser;
import com.fasterxml.jackson.dataformat.csv.CsvSchema;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import nl.buurtpuls.contract.area.Level;
import org.jspecify.annotations.Nullable;

/**
 * Each area as a square on a grid, near where it lies and beside its neighbours as far as that can be: small areas are seen
 * as well as large ones. {@code grids.csv} beside this class says how the places were found.
 */
@ApplicationScoped
class TileGrid implements OutlineSource {

    private static final CsvMapper CSV =
            CsvMapper.builder().enable(CsvParser.Feature.ALLOW_COMMENTS).build();
    private static final double DECIMALS = 1e6;

    private final Outlines tiles;

    TileGrid() {
        Map<String, Outline> byCode = new LinkedHashMap<>();
        for (Grid grid : rows("grids", Grid.class)) {
            rows(grid.grid(), Tile.class).forEach(tile -> byCode.put(tile.code(), grid.square(tile)));
        }
        tiles = new Outlines(
                "tile-grid",
                "Tile grid by Buurtpuls, not to scale; places after CBS, Wijk- en buurtkaart 2022",
                byCode);
    }

    @Override
    public Uni<Outlines> outlines(Level level, @Nullable String municipality) {
        return Uni.createFrom().item(tiles);
    }

    /** The corner of column 0 and row 0, and the size of a square: degrees. */
    record Grid(String grid, double west, double north, double width, double height) {

        /** The square, counterclockwise as RFC 7946 has it. */
        Outline square(Tile tile) {
            double left = west + tile.column() * width;
            double top = north - tile.row() * height;
            ArrayNode ring = JsonNodeFactory.instance.arrayNode();
            double[][] corners = {
                {left, top - height},
                {left + width, top - height},
                {left + width, top},
                {left, top},
                {left, top - height}
            };
            for (double[] corner : corners) {
                ring.addArray().add(rounded(corner[0])).add(rounded(corner[1]));
            }
            ArrayNode polygons = JsonNodeFactory.instance.arrayNode();
            polygons.addArray().add(ring);
            return Outline.of(polygons);
        }

        private static double rounded(double degrees) {
            return Math.round(degrees * DECIMALS) / DECIMALS;
        }
    }

    /** The place of an area: columns count from the west, rows from the north. */
    record Tile(String code, int column, int row) {}

    private static <T> List<T> rows(String file, Class<T> type) {
        String name = file + ".csv";
        try (InputStream in = TileGrid.class.getResourceAsStream(name)) {
            if (in == null) {
                throw new FileNotFoundException(name);
            }
            return CSV.readerFor(type)
                    .with(CsvSchema.emptySchema().withHeader())
                    .<T>readValues(in)
                    .readAll();
        } catch (IOException e) {
            throw new UncheckedIOException("tile grid " + name + ": " + e.getMessage(), e);
        }
    }
}
