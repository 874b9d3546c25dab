package nl.buurtpuls.contract.indicator;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import nl.buurtpuls.contract.indicator.Definition.Kind;
import nl.buurtpuls.contract.indicator.Definition.Unit;
import org.jspecify.annotations.Nullable;

/** Where the sections of the catalogue write their indicators. */
final class Definitions {

    static final Text BRP = new Text("Basisregistratie Personen (BRP)", "Personal Records Database (BRP)");
    static final Text BRP_AND_BENEFITS = new Text("BRP en uitkeringenadministratie", "BRP and benefits administration");
    static final Text BRP_AND_INCOMES = new Text("BRP en inkomensstatistiek", "BRP and income statistics");
    static final Text DWELLING_REGISTER = new Text("Woningregister en WOZ", "Register of dwellings and WOZ");

    private final List<Definition> definitions = new ArrayList<>();
    private final Map<String, Indicator> indicators = new LinkedHashMap<>();

    List<Definition> definitions() {
        return definitions;
    }

    Map<String, Indicator> indicators() {
        return indicators;
    }

    Described stock(String id, Unit unit, Quantity numerator, @Nullable Quantity denominator, Text source) {
        return stock(id, unit, formula(numerator, denominator), source);
    }

    Described stock(String id, Unit unit, Formula formula, Text source) {
        return (label, meaning) -> {
            Definition definition =
                    new Definition(id, Kind.STOCK, unit, label, meaning, formula.text(), List.of(), source);
            definitions.add(definition);
            indicators.put(id, new Indicator(id, definition, null, formula));
        };
    }

    Described flow(
            String id,
            Unit unit,
            Function<Window, Quantity> numerator,
            @Nullable Function<Window, Quantity> denominator,
            Text source) {
        Function<Window, Formula> formula =
                window -> formula(numerator.apply(window), denominator == null ? null : denominator.apply(window));
        return (label, meaning) -> {
            Formula aYear = formula.apply(Window.ONE_YEAR);
            Definition definition =
                    new Definition(id, Kind.FLOW, unit, label, meaning, aYear.text(), Window.ALL, source);
            definitions.add(definition);
            indicators.put(id, new Indicator(id, definition, Window.ONE_YEAR, aYear));
            for (Window window : Window.ALL) {
                String windowed = id + "." + window.code();
                indicators.put(windowed, new Indicator(windowed, definition, window, formula.apply(window)));
            }
        };
    }

    private static Formula formula(Quantity numerator, @Nullable Quantity denominator) {
        return denominator == null ? new Formula.Count(numerator) : new Formula.Ratio(numerator, denominator, false);
    }

    /** An indicator that still lacks its text: it stands in the catalogue only once it has one. */
    interface Described {
        void as(Text label, Text meaning);

        default void text(String labelNl, String labelEn, String meaningNl, String meaningEn) {
            as(new Text(labelNl, labelEn), new Text(meaningNl, meaningEn));
        }
    }
}
