package nl.buurtpuls.areas.cbs;

import java.math.BigDecimal;

/** The figures that are taken from a file, if it has them. All others are left where they are. */
public enum Figure {
    POPULATION(
            "cbs.population",
            "persons",
            1,
            "Inwoners",
            "Inhabitants",
            Names.of("a_inw", "Bevolking/Aantal inwoners (aantal)", "AantalInwoners_#")),
    HOUSEHOLDS(
            "cbs.households",
            "households",
            1,
            "Particuliere huishoudens",
            "Private households",
            Names.of("a_hh", "HuishoudensTotaal_#")),
    DWELLINGS(
            "cbs.dwellings",
            "dwellings",
            1,
            "Woningvoorraad",
            "Dwellings",
            Names.of("a_woning", "Wonen/Woningvoorraad (aantal)", "Woningvoorraad_#")),
    WOZ_VALUE(
            "woz-value",
            "EUR",
            1000,
            "Gemiddelde WOZ-waarde van woningen",
            "Mean WOZ value of dwellings",
            Names.of(
                    "g_woz",
                    "g_wozbag",
                    "Wonen/Gemiddelde WOZ-waarde van woningen (x 1 000 euro)",
                    "GemiddeldeWOZWaardeVanWoningen_#")),
    OWNER_OCCUPIED(
            "cbs.owner-occupied.share",
            "%",
            1,
            "Koopwoningen",
            "Owner-occupied dwellings",
            Names.of("p_koopw", "Koopwoningen_#")),
    HOUSING_CORPORATION(
            "cbs.housing-corporation.share",
            "%",
            1,
            "Huurwoningen in bezit van een woningcorporatie",
            "Rented dwellings of a housing corporation",
            Names.of("p_wcorpw", "InBezitWoningcorporatie_#")),
    OTHER_RENTAL(
            "cbs.other-rental.share",
            "%",
            1,
            "Huurwoningen in bezit van overige verhuurders",
            "Rented dwellings of other landlords",
            Names.of("p_ov_hw", "InBezitOverigeVerhuurders_#")),
    SOCIAL_ASSISTANCE(
            "cbs.social-assistance.recipients",
            "persons",
            1,
            "Personen met een bijstandsuitkering",
            "Recipients of social assistance",
            Names.of("a_soz_wb", "PersonenPerSoortUitkeringBijstand_#")),
    DISABILITY(
            "cbs.disability.recipients",
            "persons",
            1,
            "Personen met een arbeidsongeschiktheidsuitkering",
            "Recipients of a disability benefit",
            Names.of("a_soz_ao", "PersonenPerSoortUitkeringAO_#")),
    UNEMPLOYMENT(
            "cbs.unemployment.recipients",
            "persons",
            1,
            "Personen met een WW-uitkering",
            "Recipients of an unemployment benefit",
            Names.of("a_soz_ww", "PersonenPerSoortUitkeringWW_#")),
    LOW_INCOME(
            "cbs.low-income.households.share",
            "%",
            1,
            "Huishoudens met een laag inkomen",
            "Households with a low income",
            Names.of("p_hh_li", "HuishoudensMetEenLaagInkomen_#")),
    SOCIAL_MINIMUM(
            "cbs.social-minimum.households.share",
            "%",
            1,
            "Huishoudens onder of rond het sociaal minimum",
            "Households below or about the social minimum",
            Names.of("p_hh_osm", "HuishOnderOfRondSociaalMinimum_#")),
    SOCIAL_MINIMUM_120(
            "social-minimum-120.households.share",
            "%",
            1,
            "Huishoudens tot 120% van het sociaal minimum",
            "Households at most 120% of the social minimum",
            Names.of("p_hh_120", "HuishoudensTot120VanSociaalMinimum_#")),
    INCOME(
            "cbs.income-per-inhabitant",
            "EUR",
            1000,
            "Gemiddeld inkomen per inwoner",
            "Mean income per inhabitant",
            Names.of(
                    "g_ink_pi",
                    "Inkomen/Inkomen van personen/Gemiddeld inkomen per inwoner (x 1 000 euro)",
                    "GemiddeldInkomenPerInwoner_#")),
    SES_WOA(
            "ses-woa",
            "score",
            1,
            "SES-WOA-score (welvaart, opleiding, arbeid)",
            "SES-WOA score (wealth, education, employment)",
            Names.of("SES-WOA/Totaalscore/Gemiddelde score (Getal)", "GemiddeldeScore_29"));

    private final String indicator;
    private final String unit;
    private final BigDecimal published;
    private final String labelNl;
    private final String labelEn;
    private final Names names;

    Figure(String indicator, String unit, int published, String labelNl, String labelEn, Names names) {
        this.indicator = indicator;
        this.unit = unit;
        this.published = BigDecimal.valueOf(published);
        this.labelNl = labelNl;
        this.labelEn = labelEn;
        this.names = names;
    }

    /** Its id among the context figures. */
    public String indicator() {
        return indicator;
    }

    public String unit() {
        return unit;
    }

    public String labelNl() {
        return labelNl;
    }

    public String labelEn() {
        return labelEn;
    }

    Names names() {
        return names;
    }

    /** The value in {@link #unit}; money is published in thousands. */
    BigDecimal inUnit(BigDecimal value) {
        return value.multiply(published);
    }

    /** Whether it may lie below 0. */
    boolean isSigned() {
        return this == SES_WOA;
    }
}
