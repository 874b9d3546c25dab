package nl.buurtpuls.report.startrapport;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A figure of the printed report beside what the ledger gives for the same area and date.
 *
 * @param row number of the figure in the list of the report's figures; stable
 * @param item which figure of that row, from {@code a}; stable
 * @param area code of the area
 * @param areaName its name
 * @param figure what is computed: an indicator, or one of the report's own names
 * @param label what it is, in the reader's language
 * @param from the day before the window; {@code null} for a stock
 * @param date the day it is of
 * @param unit of both values
 * @param printed as the report has it: {@code bijna 6.000}
 * @param printedValue as a number; {@code null} where it gives none
 * @param value computed; {@code null} if undefined, suppressed or not counted
 * @param numerator what is counted
 * @param denominator what it is a part of; {@code null} for a plain count
 * @param suppressed whether the computed one is withheld
 * @param text the computed value as it is read, or that there is none
 * @param difference computed less printed, in {@code unit}; {@code null} where one is missing
 * @param differenceText the same as it is read: {@code +0,2 procentpunt}
 * @param where in the printed report it stands
 * @param remark how the printed figure is read, where that needs saying; else {@code null}
 * @param href the call that gives the computed figure; {@code null} if none does
 */
public record Comparison(
        int row,
        String item,
        String area,
        String areaName,
        String figure,
        String label,
        @Nullable LocalDate from,
        LocalDate date,
        String unit,
        String printed,
        @Nullable Number printedValue,
        @Nullable Number value,
        @Nullable Number numerator,
        @Nullable Number denominator,
        boolean suppressed,
        String text,
        @Nullable Number difference,
        @Nullable String differenceText,
        String where,
        @Nullable String remark,
        @Nullable String href) {

    /** Name of its row, as a link in the report leads to it. */
    public String anchor() {
        return "row-" + row + item;
    }
}
