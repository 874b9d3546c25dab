package nl.buurtpuls.indicator.timeline;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import nl.buurtpuls.contract.event.Scheme;

/**
 * One person's life as one municipality knows it.
 *
 * @param born epoch day; {@link #UNKNOWN} if no fact with effect gave it
 * @param died epoch day; {@link Days#FOREVER} while alive
 * @param stays in order; those of no day are left out
 * @param passages in order
 * @param benefits the days on which each scheme runs, whether or not the person lives here
 * @param settlements in order; those of no day are left out
 * @param incomes by calendar year
 * @param findings what did not add up
 */
public record Timeline(
        int born,
        int died,
        List<Stay> stays,
        List<Passage> passages,
        Map<Scheme, Days> benefits,
        List<Settlement> settlements,
        Map<Integer, IncomeClass> incomes,
        List<Finding> findings) {

    /** Birth day of someone whose birth date no fact gave. */
    public static final int UNKNOWN = Days.EVER;

    private static final Scheme[] SCHEMES = Scheme.values();

    public static final Timeline EMPTY =
            new Timeline(UNKNOWN, Days.FOREVER, List.of(), List.of(), Map.of(), List.of(), Map.of(), List.of());

    public Timeline {
        stays = List.copyOf(stays);
        passages = List.copyOf(passages);
        benefits = Map.copyOf(benefits);
        settlements = List.copyOf(settlements);
        incomes = Map.copyOf(incomes);
        findings = List.copyOf(findings);
    }

    /** The days on which each scheme runs, by {@link Scheme#ordinal}, as far as they are among some days. */
    public List<Days> receivedDuring(Days days) {
        List<Days> received = new ArrayList<>(SCHEMES.length);
        for (Scheme scheme : SCHEMES) {
            received.add(days.and(benefits.getOrDefault(scheme, Days.NONE)));
        }
        return received;
    }

    /** Whole runs of days with each scheme, wherever the person lived, by {@link Scheme#ordinal}. */
    public List<Days> runs() {
        return receivedDuring(Days.between(Days.EVER, Days.FOREVER));
    }

    /** The day on which the person completes so many years; {@link Days#EVER} if the birth date is unknown. */
    public int birthday(int years) {
        return born == UNKNOWN ? Days.EVER : Calendar.birthday(born, years);
    }

    /** The days on which the person's age in completed years is at least {@code from} and less than {@code to}. */
    public Days aged(int from, int to) {
        return Days.between(birthday(from), birthday(to));
    }

    /** The days from the eighteenth birthday on. */
    public Days adult() {
        return Days.between(birthday(18), Days.FOREVER);
    }
}
