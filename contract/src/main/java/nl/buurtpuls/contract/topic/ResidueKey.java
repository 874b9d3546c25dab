package nl.buurtpuls.contract.topic;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Key of a record in the topic of residues. */
public sealed interface ResidueKey {

    String text();

    /** Which of so many partitions the record is in. */
    int partition(int partitions);

    /**
     * What erased persons have left in a cell; the value is their number.
     *
     * @param cell key of the cell in the ledger
     */
    record OfCell(String municipality, String cell) implements ResidueKey {
        @Override
        public String text() {
            return municipality + "|" + cell;
        }

        /** That of the municipality's mutations. */
        @Override
        public int partition(int partitions) {
            return MunicipalPartition.of(municipality, partitions);
        }
    }

    /**
     * A request for erasure that was met; the value is its offset in that partition of the mutations. It stands until the
     * mutations are rid of the person.
     */
    record MetRequest(int ofPartition, String request) implements ResidueKey {
        private static final Pattern FORM = Pattern.compile("request\\|(\\d+)\\|(.+)");

        @Override
        public String text() {
            return "request|" + ofPartition + "|" + request;
        }

        @Override
        public int partition(int partitions) {
            return ofPartition;
        }
    }

    /**
     * @throws IllegalArgumentException if the text is no such key
     */
    static ResidueKey parse(String text) {
        Matcher request = MetRequest.FORM.matcher(text);
        if (request.matches()) {
            return new MetRequest(Integer.parseInt(request.group(1)), request.group(2));
        }
        int bar = text.indexOf('|');
        if (bar < 0) {
            throw new IllegalArgumentException("expected municipality|cell or request|partition|id, got " + text);
        }
        return new OfCell(text.substring(0, bar), text.substring(bar + 1));
    }
}
