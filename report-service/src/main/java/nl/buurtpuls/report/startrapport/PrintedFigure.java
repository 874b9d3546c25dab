package nl.buurtpuls.report.startrapport;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import java.math.BigDecimal;
import java.time.LocalDate;
import nl.buurtpuls.contract.indicator.Text;
import org.jspecify.annotations.Nullable;

/**
 * A line of the table of what the printed report said.
 *
 * @param row number of the figure, as in the list of the report's figures
 * @param item which figure of the row
 * @param area code
 * @param figure how it is read ({@link Reading#named}); {@code context:} and an indicator for one that others published;
 *     {@code none} for one that the ledger does not count
 * @param date of the figure; the last day of its window
 * @param printed as it was printed
 * @param value the same as a number; a share as a part of one
 * @param part of the printed report where it stands
 * @param remarkNl how it is read, where that needs saying
 */
@JsonPropertyOrder({
    "row",
    "item",
    "area",
    "figure",
    "date",
    "value",
    "part",
    "printed_nl",
    "printed_en",
    "remark_nl",
    "remark_en"
})
record PrintedFigure(
        int row,
        String item,
        String area,
        String figure,
        LocalDate date,
        @Nullable BigDecimal value,
        Part part,
        @JsonProperty("printed_nl") String printedNl,
        @JsonProperty("printed_en") String printedEn,
        @JsonProperty("remark_nl") @Nullable String remarkNl,
        @JsonProperty("remark_en") @Nullable String remarkEn) {

    private static final String CONTEXT = "context:";

    /** Where in the printed report a figure stands. */
    enum Part {
        SUMMARY("Samenvatting", "Summary"),
        KEY_FIGURES("Kerncijfers", "Key figures"),
        COUNTRY("Armoede in Nederland", "Poverty in the country"),
        MUNICIPALITY("Armoede in Heerlen", "Poverty in Heerlen"),
        BENEFITS("Bijstand", "Social assistance"),
        MOVES("Verhuizingen", "Moves"),
        ARRIVALS("Sociaaleconomische kenmerken", "Socio-economic characteristics"),
        CONSEQUENCES("Gevolgen", "Consequences");

        private final Text title;

        Part(String dutch, String english) {
            this.title = new Text(dutch, english);
        }

        Text title() {
            return title;
        }
    }

    /** How the ledger gives it; {@code null} for one that others publish. */
    @Nullable
    Reading reading() {
        return context() != null ? null : Reading.named(figure);
    }

    /** The indicator of the context figure that it is; {@code null} if it is none. */
    @Nullable
    String context() {
        return figure.startsWith(CONTEXT) ? figure.substring(CONTEXT.length()) : null;
    }
}
