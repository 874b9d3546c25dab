package nl.buurtpuls.report.startrapport;

import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import nl.buurtpuls.contract.indicator.Text;
import nl.buurtpuls.report.startrapport.StartReport.Contradiction;

/** Where the printed report does not agree with itself, and which of its figures the rows take. */
enum Contradictions {
    MEEZENBROEK(
            new Text("Kinderen in Meezenbroek", "Children in Meezenbroek"),
            new Text(
                    "De samenvatting noemt 28% van de kinderen, de tekst over de bijstand 29%.",
                    "The summary says 28% of the children, the text on social assistance 29%."),
            new Text(
                    "Wij nemen 29%: dat getal staat bij de datum en de bron (1 oktober 2023, gemeente Heerlen).",
                    "We take 29%: that number stands with its date and source (1 October 2023, municipality of"
                            + " Heerlen).")),
    RESIDENTS(
            new Text("Inwoners van Heerlen-Noord", "Residents of Heerlen-Noord"),
            new Text(
                    "Samenvatting en kerncijfers noemen 56.000 inwoners, de tekst over verhuizingen 57.000 op 1 januari"
                            + " 2024.",
                    "Summary and key figures say 56,000 residents, the text on moves 57,000 on 1 January 2024."),
            new Text(
                    "Wij nemen 56.000: dat is het getal waar ook de andere verhoudingen in het rapport bij passen.",
                    "We take 56,000: it is the number that the other proportions in the report fit.")),
    STAYED(
            new Text("Blijvers, overledenen en verhuisden", "Who stayed, died and moved"),
            new Text(
                    "63% van de inwoners van 2014 woont er nog; 5.500 zijn overleden en 18.700 verhuisd. Van ongeveer"
                            + " 56.000 inwoners is de overige 37% zo'n 20.900, maar 5.500 en 18.700 zijn samen 24.200.",
                    "63% of the residents of 2014 live there still; 5,500 died and 18,700 moved. Of some 56,000"
                            + " residents the other 37% is about 20,900, but 5,500 and 18,700 together are 24,200."),
            new Text(
                    "Wij nemen 63% en 5.500: blijvers, overledenen en verhuisden zijn samen de inwoners van 2014, dus"
                            + " het aantal verhuisden volgt uit de andere twee en is lager dan gedrukt.",
                    "We take 63% and 5,500: who stayed, died and moved are together the residents of 2014, so those who"
                            + " moved follow from the other two and are fewer than printed.")),
    PERSONS_AND_HOUSEHOLDS(
            new Text("Personen als deel van huishoudens", "Persons as a part of households"),
            new Text(
                    "4.058 personen met een uitkering heten 9% van alle huishoudens. Een paar kan met twee personen één"
                            + " huishouden met bijstand zijn.",
                    "4,058 persons on social assistance are called 9% of all households. Two persons may be one"
                            + " household on social assistance."),
            new Text(
                    "Wij tellen de 4.058 als personen en de 9% als huishoudens met ten minste één ontvanger.",
                    "We count the 4,058 as persons and the 9% as households with at least one recipient.")),
    BETTER_OFF(
            new Text("Uit gemeenten die het beter hebben", "From municipalities that are better off"),
            new Text(
                    "De samenvatting zegt: ongeveer een derde van de mensen. De tekst over de bijstand zegt: 38% van de"
                            + " gemeenten van herkomst.",
                    "The summary says: about a third of the people. The text on social assistance says: 38% of the"
                            + " municipalities of origin."),
            new Text(
                    "Wij tellen mensen, niet gemeenten, en zetten dat deel naast de gedrukte 38%.",
                    "We count people, not municipalities, and set that part beside the printed 38%."));

    private final Text title;
    private final Text says;
    private final Text reading;

    Contradictions(Text title, Text says, Text reading) {
        this.title = title;
        this.says = says;
        this.reading = reading;
    }

    static List<Contradiction> in(Wording wording) {
        return Stream.of(values())
                .map(each -> new Contradiction(
                        each.name().toLowerCase(Locale.ROOT).replace('_', '-'),
                        wording.language().of(each.title),
                        wording.language().of(each.says),
                        wording.language().of(each.reading)))
                .toList();
    }
}
