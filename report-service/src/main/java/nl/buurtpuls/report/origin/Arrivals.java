package nl.buurtpuls.report.origin;

import java.util.Arrays;
import nl.buurtpuls.contract.indicator.Measure;
import nl.buurtpuls.report.problem.ProblemException;

/** Whose origins are asked for. */
public enum Arrivals {
    ALL("arrivals", Measure.ARRIVALS_BY_ORIGIN),
    ADULTS("adult-arrivals", Measure.ADULT_ARRIVALS_BY_ORIGIN),
    /** Adults with social assistance on arrival or within 31 days. */
    WITH_SOCIAL_ASSISTANCE("social-assistance", Measure.RECIPIENT_ARRIVALS_BY_ORIGIN);

    private final String code;
    private final Measure measure;

    Arrivals(String code, Measure measure) {
        this.code = code;
        this.measure = measure;
    }

    static Arrivals parse(String code) {
        return Arrays.stream(values())
                .filter(arrivals -> arrivals.code.equals(code))
                .findFirst()
                .orElseThrow(() ->
                        ProblemException.notOneOf("of", Arrays.stream(values()).map(Arrivals::code), code));
    }

    String code() {
        return code;
    }

    Measure measure() {
        return measure;
    }
}
