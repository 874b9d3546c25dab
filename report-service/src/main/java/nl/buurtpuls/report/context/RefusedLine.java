package nl.buurtpuls.report.context;

/**
 * A line that was not taken.
 *
 * @param line where it stands in what was sent, from 1
 * @param code stable name of the rule that it breaks
 * @param detail the rule and what was found
 */
public record RefusedLine(int line, String code, String detail) {}
