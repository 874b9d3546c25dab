package nl.buurtpuls.indicator.above;

import java.time.LocalDate;
import java.util.Collections;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import nl.buurtpuls.contract.area.AreaTable;
import nl.buurtpuls.contract.indicator.Figures;
import nl.buurtpuls.indicator.binary.Decoder;
import nl.buurtpuls.indicator.binary.Encoder;
import org.jspecify.annotations.Nullable;

/**
 * How a municipality stands on a date. The last one holds: to receive it again changes nothing.
 *
 * @param municipality code
 * @param dataFrom first day on which it has a resident; {@code null} if none
 * @param own what its ledger adds up to
 * @param buurten the same of each of its buurten, by code
 */
public record MunicipalityTotals(
        String municipality, LocalDate date, @Nullable LocalDate dataFrom, Sums own, SortedMap<String, Sums> buurten)
        implements Message {

    static final int KIND = 2;

    public MunicipalityTotals {
        buurten = Collections.unmodifiableSortedMap(buurten);
    }

    /**
     * How a municipality stands by the figures of its areas.
     *
     * @param areas those of the date, by code; an area that is not among them has nothing
     */
    public static MunicipalityTotals of(
            String municipality, LocalDate date, @Nullable LocalDate dataFrom, Map<String, Figures> areas) {
        Figures figures = areas.get(municipality);
        Sums own = figures == null ? new Sums(Sums.Of.AREA) : Sums.of(Sums.Of.AREA, figures);
        SortedMap<String, Sums> buurten = new TreeMap<>();
        areas.forEach((code, its) -> {
            if (AreaTable.isBuurtCode(code)) {
                buurten.put(code, Sums.of(Sums.Of.BUURT, its));
            }
        });
        return new MunicipalityTotals(municipality, date, dataFrom, own, buurten);
    }

    @Override
    public byte[] encode() {
        Encoder out = new Encoder(4096).byteValue(KIND).text(municipality).number(date.toEpochDay());
        out.byteValue(dataFrom == null ? 0 : 1);
        if (dataFrom != null) {
            out.number(dataFrom.toEpochDay());
        }
        own.encode(out);
        buurten.forEach((code, sums) -> sums.encode(out.text(code)));
        return out.toBytes();
    }

    static MunicipalityTotals decode(Decoder in) {
        String municipality = in.text();
        LocalDate date = LocalDate.ofEpochDay(in.number());
        LocalDate dataFrom = in.byteValue() == 0 ? null : LocalDate.ofEpochDay(in.number());
        Sums own = Sums.decode(Sums.Of.AREA, in);
        SortedMap<String, Sums> buurten = new TreeMap<>();
        while (in.hasMore()) {
            buurten.put(in.text(), Sums.decode(Sums.Of.BUURT, in));
        }
        return new MunicipalityTotals(municipality, date, dataFrom, own, buurten);
    }
}
