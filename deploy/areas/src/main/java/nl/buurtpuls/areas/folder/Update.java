package nl.buurtpuls.areas.folder;

import java.util.List;
import java.util.Map;
import nl.buurtpuls.areas.file.Refusal;
import nl.buurtpuls.contract.area.Level;

/**
 * What a folder has become.
 *
 * @param taken how many lines of each level were taken
 * @param figures how many context figures were written
 * @param refusals what was not taken, in order of line
 * @param remarks what was taken and may want a look
 * @param files the names of the files written
 */
public record Update(
        Map<Level, Long> taken, int figures, List<Refusal> refusals, List<String> remarks, List<String> files) {

    public Update {
        taken = Map.copyOf(taken);
        refusals = List.copyOf(refusals);
        remarks = List.copyOf(remarks);
        files = List.copyOf(files);
    }
}
