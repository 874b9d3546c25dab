package nl.buurtpuls.report.problem;

import java.util.List;

/** One page of a list. */
public record Page(int number, int size) {

    private static final int LARGEST = 20_000;

    /** The page of two parameters. */
    public static Page parse(String page, String pageSize) {
        return new Page(whole("page", page, Integer.MAX_VALUE / LARGEST), whole("pageSize", pageSize, LARGEST));
    }

    private static int whole(String parameter, String text, int most) {
        if (text.matches("[1-9]\\d{0,8}") && Integer.parseInt(text) <= most) {
            return Integer.parseInt(text);
        }
        throw ProblemException.invalid(
                parameter, "out-of-range", "Expected a number from 1 to " + most + ", got '" + text + "'.");
    }

    /** What of the list stands on the page. */
    public <E> List<E> of(List<E> list) {
        int from = Math.min((number - 1) * size, list.size());
        return list.subList(from, Math.min(from + size, list.size()));
    }
}
