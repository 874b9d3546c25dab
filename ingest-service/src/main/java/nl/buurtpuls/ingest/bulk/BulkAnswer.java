package nl.buurtpuls.ingest.bulk;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import nl.buurtpuls.ingest.publish.PublishConfig;

/**
 * The lines that a bulk load is answered with. They go out as they come; or are held until the last, where a proxy would pass no
 * more of the load on once its answer has begun.
 */
final class BulkAnswer {

    /** Some ten thousand refusals: a load with more has one fault in most of its lines. */
    private static final int MOST_HELD = 1 << 20;

    private final OutputStream out;
    private final ObjectMapper json;
    private final boolean asItGoes;
    private final ByteArrayOutputStream held = new ByteArrayOutputStream();

    BulkAnswer(OutputStream out, ObjectMapper json, PublishConfig.Answering when) {
        this.out = out;
        this.json = json;
        this.asItGoes = when == PublishConfig.Answering.AS_IT_GOES;
    }

    void refused(BulkResource.Refused line) throws IOException {
        write(line);
        goOut();
    }

    /** Says how far the load is, to those who can be told before its end. */
    void progress(BulkResource.Progress line) throws IOException {
        if (asItGoes) {
            write(line);
            goOut();
        }
    }

    /** Whether nothing more can be held, so that the load has to end. */
    boolean isFull() {
        return held.size() >= MOST_HELD;
    }

    /** The last line. */
    void end(Object line) throws IOException {
        write(line);
        held.writeTo(out);
    }

    private void write(Object line) throws IOException {
        held.write(json.writeValueAsBytes(line));
        held.write('\n');
    }

    private void goOut() throws IOException {
        if (asItGoes) {
            held.writeTo(out);
            held.reset();
            out.flush();
        }
    }
}
