package nl.buurtpuls.report.table;

/** An answer that can be read as a table too; where the resource also produces {@link Csv#MEDIA_TYPE}, it is had as CSV. */
public interface Tabular {

    /** The answer as a table. */
    Table table();
}
