package nl.buurtpuls.oracle;

import static nl.buurtpuls.oracle.Asked.heerlen;
import static nl.buurtpuls.oracle.Asked.value;
import static nl.buurtpuls.oracle.Lives.PASSART;
import static nl.buurtpuls.oracle.Lives.resident;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;

/** The oracle against figures worked out by hand: income classes. */
class OracleIncomeTest {

    private static final String LONG_TERM = "social-minimum-120.long-term.households.share";

    /** Lives in Passart since 2010 in this household. */
    private static Lives inPassart(String name, String household) {
        return resident(name).inHousehold(household).livesIn(PASSART).from("2010-01-01");
    }

    @Test
    void lowIncomeIsThatOfTheYearBeforeTheDateOfAllResidents() {
        NaiveMunicipality heerlen = heerlen(Lives.of(
                inPassart("anna", "h-1").hasIncome(true, false).on("2014-01-01"),
                inPassart("bram", "h-1")
                        .hasIncome(false, true)
                        .on("2014-01-01")
                        .hasIncome(true, true)
                        .on("2015-01-01"),
                // Of whom nothing is known, a minor.
                resident("cees").bornOn("2009-01-01").livesIn(PASSART).from("2010-01-01"),
                inPassart("dora", "h-1").emigrates().on("2014-12-31")));

        for (String date : new String[] {"2015-01-01", "2015-12-31"}) {
            assertThat(heerlen.figure(PASSART, "low-income.share", LocalDate.parse(date)))
                    .isEqualTo(new NaiveFigure(1, 3.0, 1 / 3.0));
        }
        assertThat(heerlen.figure(PASSART, "low-income.share", LocalDate.parse("2014-12-31")))
                .isEqualTo(new NaiveFigure(0, 3.0, 0.0));
        assertThat(heerlen.figure(PASSART, "low-income.share", LocalDate.parse("2016-01-01")))
                .isEqualTo(new NaiveFigure(1, 3.0, 1 / 3.0));
        assertThat(heerlen.figure(PASSART, "low-income.share", LocalDate.parse("2009-12-31")))
                .isEqualTo(new NaiveFigure(0, 0.0, null));
    }

    @Test
    void oneMemberAtMost120PercentMakesTheHouseholdSo() {
        NaiveMunicipality heerlen = heerlen(Lives.of(
                inPassart("anna", "h-1").hasIncome(false, true).on("2014-01-01"),
                inPassart("bram", "h-1").hasIncome(false, true).on("2014-01-01"),
                inPassart("cees", "h-2").hasIncome(true, false).on("2014-01-01"),
                // Only who lives here makes a household.
                inPassart("dora", "h-3")
                        .hasIncome(false, true)
                        .on("2014-01-01")
                        .emigrates()
                        .on("2015-06-01"),
                inPassart("emma", "h-3")));
        LocalDate date = LocalDate.parse("2015-06-01");

        assertThat(value(heerlen, PASSART, "social-minimum-120.households", "2015-05-31"))
                .isEqualTo(2);
        assertThat(value(heerlen, PASSART, "social-minimum-120.households", "2015-06-01"))
                .isEqualTo(1);
        assertThat(heerlen.figure(PASSART, "social-minimum-120.households.share", date))
                .isEqualTo(new NaiveFigure(1, 3.0, 1 / 3.0));
    }

    @Test
    void longTermIsTheSameMemberInEachOfTheLastFourYears() {
        NaiveMunicipality heerlen = heerlen(Lives.of(
                inPassart("anna", "h-1")
                        .hasIncome(false, true)
                        .on("2011-01-01")
                        .hasIncome(false, true)
                        .on("2012-01-01")
                        .hasIncome(false, true)
                        .on("2013-01-01")
                        .hasIncome(false, true)
                        .on("2014-01-01"),
                // Two members with two years each.
                inPassart("bram", "h-2")
                        .hasIncome(false, true)
                        .on("2011-01-01")
                        .hasIncome(false, true)
                        .on("2012-01-01"),
                inPassart("cees", "h-2")
                        .hasIncome(false, true)
                        .on("2013-01-01")
                        .hasIncome(false, true)
                        .on("2014-01-01")));

        assertThat(heerlen.figure(PASSART, LONG_TERM, LocalDate.parse("2015-01-01")))
                .isEqualTo(new NaiveFigure(1, 2.0, 0.5));
        assertThat(heerlen.figure(PASSART, LONG_TERM, LocalDate.parse("2014-12-31")))
                .isEqualTo(new NaiveFigure(0, 2.0, 0.0));
        assertThat(heerlen.figure(PASSART, LONG_TERM, LocalDate.parse("2016-01-01")))
                .isEqualTo(new NaiveFigure(0, 2.0, 0.0));
    }

    @Test
    void aYearAssessedBeforeTheArrivalCountsAndOneAfterDeathDoesNot() {
        NaiveMunicipality heerlen = heerlen(Lives.of(
                resident("anna").hasIncome(true, true).on("2014-01-01"),
                resident("anna").immigratesTo(PASSART).on("2015-06-01").named("anna-in"),
                // Registers know the death first; the income of that year came later.
                resident("bram").immigratesTo(PASSART).on("2014-06-01"),
                resident("bram").dies().on("2015-12-01").named("bram-dies"),
                resident("bram").hasIncome(true, true).on("2014-01-01").named("bram-14"),
                resident("bram").hasIncome(true, true).on("2016-01-01").named("bram-16")));

        assertThat(heerlen.figure(PASSART, "low-income.share", LocalDate.parse("2015-06-01")))
                .isEqualTo(new NaiveFigure(2, 2.0, 1.0));
        assertThat(value(heerlen, PASSART, "adult-arrivals.low-income", "2014-12-31"))
                .isEqualTo(1);
    }
}
