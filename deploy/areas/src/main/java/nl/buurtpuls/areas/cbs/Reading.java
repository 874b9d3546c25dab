package nl.buurtpuls.areas.cbs;

import java.util.List;
import nl.buurtpuls.areas.file.Refusal;

/** What came of a file: what is taken, in order of line, and what is refused. */
public record Reading(List<CbsArea> areas, List<Refusal> refusals) {

    public Reading {
        areas = List.copyOf(areas);
        refusals = List.copyOf(refusals);
    }
}
