package nl.buurtpuls.ingest.event;

import java.util.ArrayList;
import java.util.List;
import nl.buurtpuls.contract.problem.FieldError;
import nl.buurtpuls.ingest.problem.ProblemException;

/**
 * Finds where the elements of a JSON array begin and end, without reading them. A tree of a whole batch could be thirty
 * times the size of its text; this way there is a tree of one event at a time. What is in an element is not judged here:
 * the array is well-formed if each element is.
 */
final class BatchElements {

    /** Elements that a batch may have. */
    static final int MOST = 10_000;

    /** Bytes from {@code start}, included, to {@code end}, not included. */
    record Span(int start, int end) {
        int length() {
            return end - start;
        }
    }

    private final byte[] bytes;
    private final int length;
    private int at;

    private BatchElements(byte[] bytes, int length) {
        this.bytes = bytes;
        this.length = length;
    }

    /**
     * @throws ProblemException if this is no array, goes on after its end, or has too many elements
     */
    static List<Span> of(byte[] bytes, int length) {
        return new BatchElements(bytes, length).find();
    }

    private List<Span> find() {
        skipBlanks();
        if (at == length) {
            throw malformed(Rule.MALFORMED_JSON, "The body is empty.");
        }
        if (bytes[at] != '[') {
            throw malformed(Rule.NOT_AN_ARRAY, "Expected a JSON array of events.");
        }
        at++;
        List<Span> elements = new ArrayList<>();
        skipBlanks();
        if (at < length && bytes[at] == ']') {
            at++;
            requireEnd();
            return elements;
        }
        while (true) {
            elements.add(element());
            if (elements.size() > MOST) {
                throw ProblemException.tooLarge("A batch has at most 10,000 events.");
            }
            if (bytes[at++] == ']') {
                requireEnd();
                return elements;
            }
        }
    }

    /** Goes to the comma or bracket that ends the element. */
    private Span element() {
        int start = at;
        int depth = 0;
        boolean quoted = false;
        for (; at < length; at++) {
            byte b = bytes[at];
            if (quoted) {
                if (b == '\\') {
                    at++;
                } else if (b == '"') {
                    quoted = false;
                }
                continue;
            }
            switch (b) {
                case '"' -> quoted = true;
                case '{', '[' -> depth++;
                case ',' -> {
                    if (depth == 0) {
                        return new Span(start, at);
                    }
                }
                case '}', ']' -> {
                    if (depth == 0) {
                        // Taken for the end of the element, it would do for a comma.
                        if (b == '}') {
                            throw malformed(Rule.MALFORMED_JSON, "A } closes nothing.");
                        }
                        return new Span(start, at);
                    }
                    depth--;
                }
                default -> {
                    // Part of the element.
                }
            }
        }
        throw malformed(Rule.MALFORMED_JSON, "The array does not end.");
    }

    private void requireEnd() {
        skipBlanks();
        if (at < length) {
            throw malformed(Rule.MALFORMED_JSON, "Something follows the array.");
        }
    }

    private void skipBlanks() {
        while (at < length && (bytes[at] == ' ' || bytes[at] == '\t' || bytes[at] == '\n' || bytes[at] == '\r')) {
            at++;
        }
    }

    private static ProblemException malformed(Rule rule, String detail) {
        return ProblemException.malformed(new FieldError(null, "", rule.code(), detail));
    }
}
