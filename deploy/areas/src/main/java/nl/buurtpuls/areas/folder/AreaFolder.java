package nl.buurtpuls.areas.folder;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import nl.buurtpuls.areas.cbs.CbsArea;
import nl.buurtpuls.areas.cbs.Reading;
import nl.buurtpuls.areas.file.Refusal;
import nl.buurtpuls.areas.outline.Outline;
import nl.buurtpuls.areas.outline.OutlineReader.Outlines;
import nl.buurtpuls.contract.area.AreaTable;
import nl.buurtpuls.contract.area.Level;
import nl.buurtpuls.contract.context.ContextFigure;
import org.jspecify.annotations.Nullable;

/**
 * A folder that the services can be given as {@code buurtpuls.areas.folder}. It begins as the tables that are shipped; each
 * file that is read adds to it or replaces what it has.
 */
public final class AreaFolder {

    private static final String AREAS = "areas.csv";
    private static final String GROUPS = "groups.csv";
    /** report-service takes 100,000 lines and 10 MB a call. */
    private static final int FIGURES_A_FILE = 50_000;

    private final Path folder;

    public AreaFolder(Path folder) {
        this.folder = folder;
    }

    /**
     * Brings the folder up to date. Nothing is changed if nothing is taken, or if the tables could not be read again.
     *
     * @param redraw whether the file has all wijken and buurten of the municipalities it has any of, so that others of
     *     theirs are left out from now on
     * @param name of what was read, for the names of the files of context figures
     * @param source who published the figures
     * @throws IOException if the folder cannot be read or written
     */
    public Update take(Reading reading, boolean redraw, String name, ContextSource source) throws IOException {
        TableDraft draft = new TableDraft(base());
        List<Refusal> refusals = new ArrayList<>(reading.refusals());
        List<String> remarks = new ArrayList<>();
        if (redraw) {
            reading.areas().stream()
                    .filter(area -> area.level() == Level.BUURT)
                    .map(area -> AreaTable.municipalityOf(area.code()))
                    .distinct()
                    .forEach(draft::clear);
        }
        List<CbsArea> taken = merge(reading, draft, refusals, remarks);
        refusals.sort(Comparator.comparingInt(Refusal::number));
        List<ContextFigure> figures = source.figures(taken);
        List<String> files = taken.isEmpty() ? List.of() : write(draft, name, figures);
        return new Update(
                taken.stream().collect(Collectors.groupingBy(CbsArea::level, Collectors.counting())),
                figures.size(),
                refusals,
                remarks,
                files);
    }

    /**
     * Adds what the outlines of areas tell: which are neighbours, and how large those are whose size was not known.
     *
     * @throws IOException if the folder cannot be read or written
     */
    public Update draw(Outlines outlines) throws IOException {
        TableDraft draft = new TableDraft(base());
        List<Refusal> refusals = new ArrayList<>(outlines.refusals());
        List<Outline> taken = new ArrayList<>();
        for (Outline outline : outlines.outlines()) {
            if (draft.has(outline.code())) {
                taken.add(outline);
            } else {
                refusals.add(Refusal.of(outline.feature(), outline.code() + " is not in the area table"));
            }
        }
        refusals.sort(Comparator.comparingInt(Refusal::number));
        draft.draw(taken);
        List<String> files = taken.isEmpty() ? List.of() : write(draft, "", List.of());
        return new Update(
                taken.stream()
                        .collect(Collectors.groupingBy(outline -> draft.level(outline.code()), Collectors.counting())),
                0,
                refusals,
                List.of(),
                files);
    }

    private AreaTable base() {
        return Files.exists(folder.resolve(AREAS)) ? AreaTable.in(folder) : AreaTable.shipped();
    }

    private static List<CbsArea> merge(
            Reading reading, TableDraft draft, List<Refusal> refusals, List<String> remarks) {
        List<CbsArea> fromLargeToSmall = reading.areas().stream()
                .sorted(Comparator.comparing(CbsArea::level, Comparator.reverseOrder()))
                .toList();
        List<CbsArea> taken = new ArrayList<>();
        for (CbsArea area : fromLargeToSmall) {
            String parent = parent(area);
            if (!draft.has(area.code()) && parent != null && !draft.has(parent)) {
                String reason = area.code() + " lies in " + parent + ", which is not known";
                refusals.add(Refusal.of(area.line(), reason));
                continue;
            }
            if (area.level() == Level.MUNICIPALITY && !draft.has(area.code())) {
                remarks.add(area.code() + " is new: put its region or province in the place of NL in " + AREAS);
            }
            draft.put(area, parent);
            taken.add(area);
        }
        return taken;
    }

    private static @Nullable String parent(CbsArea area) {
        return switch (area.level()) {
            case BUURT -> AreaTable.wijkOf(area.code());
            case WIJK -> AreaTable.municipalityOf(area.code());
            case MUNICIPALITY -> "NL";
            default -> null;
        };
    }

    private List<String> write(TableDraft draft, String name, List<ContextFigure> figures) throws IOException {
        Files.createDirectories(folder);
        Path fresh = Files.createTempDirectory(folder, ".import-");
        try {
            Csv.write(fresh.resolve(AREAS), List.of("code", "name", "level", "parent"), draft.areas());
            Csv.write(fresh.resolve("scores.csv"), List.of("code", "sesWoa", "period", "source"), draft.scores());
            Csv.write(fresh.resolve("land-areas.csv"), List.of("code", "squareKilometres"), draft.landAreas());
            Csv.write(fresh.resolve("neighbours.csv"), List.of("code", "neighbour"), draft.neighbours());
            copyGroups(fresh.resolve(GROUPS));
            AreaTable.in(fresh);
            for (int from = 0; from < figures.size(); from += FIGURES_A_FILE) {
                Csv.write(
                        fresh.resolve("context-figures-" + name + "-" + (1 + from / FIGURES_A_FILE) + ".csv"),
                        ContextFigure.COLUMNS,
                        figures.subList(from, Math.min(from + FIGURES_A_FILE, figures.size())).stream()
                                .map(ContextFigure::fields)
                                .toList());
            }
            return moveOut(fresh);
        } finally {
            remove(fresh);
        }
    }

    private void copyGroups(Path to) throws IOException {
        Path own = folder.resolve(GROUPS);
        if (Files.exists(own)) {
            Files.copy(own, to);
            return;
        }
        try (InputStream shipped = Objects.requireNonNull(AreaTable.class.getResourceAsStream(GROUPS))) {
            Files.writeString(to, new String(shipped.readAllBytes(), StandardCharsets.UTF_8));
        }
    }

    private List<String> moveOut(Path fresh) throws IOException {
        List<String> names = new ArrayList<>();
        for (Path file : files(fresh)) {
            String name = file.getFileName().toString();
            Files.move(file, folder.resolve(name), StandardCopyOption.REPLACE_EXISTING);
            names.add(name);
        }
        return names;
    }

    private static void remove(Path fresh) throws IOException {
        for (Path file : files(fresh)) {
            Files.delete(file);
        }
        Files.delete(fresh);
    }

    private static List<Path> files(Path folder) throws IOException {
        try (var files = Files.list(folder)) {
            return files.sorted().toList();
        }
    }
}
