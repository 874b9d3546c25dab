package nl.buurtpuls.report.problem;

import jakarta.ws.rs.core.MediaType;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The forms of an answer that a caller takes: an {@code Accept} header (RFC 9110, section 12.5.1). */
record Accept(List<Range> ranges) {

    private static final Accept ANYTHING = new Accept(List.of(new Range(MediaType.WILDCARD_TYPE, 1)));

    /**
     * Some forms, and how gladly they are taken.
     *
     * @param quality from 0, not at all, to 1
     */
    record Range(MediaType type, double quality) {

        /** The narrower range says more: {@code text/csv} than {@code text/*}, that than {@code *}{@code /*}. */
        int precision() {
            if (type.isWildcardType()) {
                return 0;
            }
            return type.isWildcardSubtype() ? 1 : 2;
        }
    }

    /** Reads the header; no header takes anything. Of what cannot be read nothing is taken. */
    static Accept parse(@Nullable String header) {
        if (header == null || header.isBlank()) {
            return ANYTHING;
        }
        List<Range> ranges = new ArrayList<>();
        for (String text : header.split(",")) {
            try {
                MediaType type = MediaType.valueOf(text.trim());
                ranges.add(new Range(type, quality(type.getParameters().get("q"))));
            } catch (IllegalArgumentException e) {
                // No media type, or no number: it names no form that there could be.
            }
        }
        return new Accept(List.copyOf(ranges));
    }

    private static double quality(@Nullable String text) {
        double quality = text == null ? 1 : Double.parseDouble(text);
        if (quality >= 0 && quality <= 1) {
            return quality;
        }
        throw new IllegalArgumentException("a quality is from 0 to 1, not " + text);
    }

    /** The form that is taken most gladly, of equal ones the first; empty if none is taken. */
    Optional<MediaType> bestOf(List<MediaType> offered) {
        MediaType best = null;
        double most = 0;
        for (MediaType form : offered) {
            double quality = qualityOf(form);
            if (quality > most) {
                best = form;
                most = quality;
            }
        }
        return Optional.ofNullable(best);
    }

    private double qualityOf(MediaType form) {
        Range closest = null;
        for (Range range : ranges) {
            if (range.type().isCompatible(form) && (closest == null || range.precision() > closest.precision())) {
                closest = range;
            }
        }
        return closest == null ? 0 : closest.quality();
    }
}
