package nl.buurtpuls.report.origin;

import nl.buurtpuls.report.disclosure.PublishedNumber;
import org.jspecify.annotations.Nullable;

/**
 * A municipality that people came from.
 *
 * @param name as in the area table; its code for an abolished or unknown one
 * @param count moves; {@code null} where withheld
 * @param sesWoa its SES-WOA score; {@code null} if none is known
 */
public record FromMunicipality(
        String code,
        String name,
        PublishedNumber count,
        @Nullable Double sesWoa) {}
