package nl.buurtpuls.report.problem;

import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** An answer that is given to many as it is: it is written, and its tag worked out, once. It never changes. */
public abstract class Lasting {

    private transient volatile @Nullable Written written;

    /**
     * An answer in the form in which it goes out.
     *
     * @param tag its entity tag, in quotes
     */
    record Written(byte[] body, String tag) {}

    /** As it was written before, or is now. */
    final Written written(Supplier<Written> writing) {
        Written known = written;
        if (known == null) {
            known = writing.get();
            written = known;
        }
        return known;
    }
}
