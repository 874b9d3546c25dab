package nl.buurtpuls.report.startrapport;

import static io.restassured.RestAssured.get;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import nl.buurtpuls.contract.indicator.Measure;
import nl.buurtpuls.report.testing.Patience;
import nl.buurtpuls.report.testing.Publisher;

/** Ledger cells of a Heerlen about as the printed report has it: all residents there from the summer of 2013 on. */
final class PrintedHeerlen {

    static final String FIRST_DAY = "2013-06-01";

    private static final String ASSISTANCE = "social-assistance";
    private static final LocalDate BEFORE_FLOWS = LocalDate.of(2014, 1, 1);
    private static final LocalDate LAST_FLOW = LocalDate.of(2024, 6, 14);

    private final Publisher publisher;

    private PrintedHeerlen(Publisher publisher) {
        this.publisher = publisher;
    }

    static final String REPORT = "/v1/reports/startrapport";

    /** Publishes them, and waits until the service has read all. */
    static void isPublished(Publisher publisher) {
        publish(publisher);
        await().atMost(Patience.LIMIT)
                .untilAsserted(() -> get(REPORT + "?area=HN&date=2024-06-15")
                        .then()
                        .statusCode(200)
                        .body("printed.rows.find { it.row == 6 && it.item == 'g' }.value", equalTo(0.25f))
                        .body("printed.rows.find { it.row == 13 && it.item == 'b' }.value", equalTo(32_000))
                        .body("printed.rows.find { it.row == 15 }.numerator", equalTo(650)));
    }

    private static void publish(Publisher publisher) {
        PrintedHeerlen heerlen = new PrintedHeerlen(publisher);
        heerlen.municipality();
        heerlen.north();
        heerlen.parts();
        publisher.done();
    }

    private void municipality() {
        String area = "GM0917";
        residents(area, 87_000, 73_600, 13_400, 43_800);
        benefits(area, 4_058, 3_942, 7_762, 1_739);
        stock(area, Measure.RECIPIENTS_OVER_5Y, ASSISTANCE, 2_070);
        stock(area, Measure.RECIPIENTS_2Y_TO_5Y, ASSISTANCE, 892);
        stock(area, Measure.SETTLED_RECIPIENTS, ASSISTANCE + ":same-region", 525);
        stock(area, Measure.SETTLED_RECIPIENTS, ASSISTANCE + ":same-province", 300);
        stock(area, Measure.SETTLED_RECIPIENTS, ASSISTANCE + ":rest-of-country", 380);
        stock(area, Measure.SETTLED_RECIPIENTS, ASSISTANCE + ":abroad", 46);
        stock(area, Measure.SETTLED_RECIPIENTS_POSITIVE_SES, ASSISTANCE, 458);
        stock(area, Measure.RECIPIENTS_BY_TENURE, ASSISTANCE + ":housing-corporation", 2_029);
        stock(area, Measure.DWELLINGS, "housing-corporation", 16_700);
        stock(area, Measure.DWELLINGS, "private-rental", 7_650);
        stock(area, Measure.DWELLINGS, "owner-occupied", 20_650);
        stock(area, Measure.DWELLINGS_VALUED, Measure.TOTAL, 45_000);
        stock(area, Measure.DWELLINGS_WOZ_VALUE, Measure.TOTAL, 45_000L * 203_000);
        stock(area, Measure.LOW_INCOME, Measure.TOTAL, 30_000);
        stock(area, Measure.MINIMUM_HOUSEHOLDS, Measure.TOTAL, 8_100);
        stock(area, Measure.RECIPIENTS_BY_TENURE, ASSISTANCE + ":private-rental", 1_410);
        stock(area, Measure.RECIPIENTS_BY_TENURE, ASSISTANCE + ":owner-occupied", 300);
        stock(area, Measure.LONG_TERM_MINIMUM_HOUSEHOLDS, Measure.TOTAL, 5_694);
        retained(area, 52_000, 9_800);
        flow(area, Measure.ARRIVALS, 59_000);
        flow(area, Measure.DEPARTURES, 56_000);
        publisher
                .cell(area, Measure.ADULT_ARRIVALS, "2021-06-15", 3_390)
                .cell(area, Measure.ADULT_ARRIVALS_LOW_INCOME, "2021-06-15", 1_288)
                .cell(area, Measure.ADULT_ARRIVALS_RECIPIENTS, ASSISTANCE, "2021-06-15", 610)
                .cell(area, Measure.ADULT_ARRIVALS_RECIPIENTS, "disability", "2021-06-15", 339)
                .cell(area, Measure.ADULT_ARRIVALS, "2024-02-15", 3_100)
                .cell(area, Measure.ADULT_ARRIVALS_LOW_INCOME, "2024-02-15", 1_150)
                .cell(area, Measure.ADULT_ARRIVALS_RECIPIENTS, ASSISTANCE, "2024-02-15", 540);
        Map.of(
                        "GM0928", 9_400, "GM0899", 6_100, "GM0882", 7_800, "GM0994", 2_900, "GM0935", 3_700, "GM0363",
                        1_600, "GM0599", 1_300, "DE", 8_200, "SY", 2_400, "unknown", 350)
                .forEach((origin, n) -> publisher.cell(area, Measure.ARRIVALS_BY_ORIGIN, origin, "2018-05-01", n));
    }

    private void north() {
        String area = "HN";
        residents(area, 56_000, 46_400, 9_600, 30_200);
        benefits(area, 3_011, 3_624, 5_800, 1_440);
        retained(area, 35_280, 5_500);
        flow(area, Measure.ARRIVALS, 32_000);
        flow(area, Measure.DEPARTURES, 32_000);
        flow(area, Measure.INTERNAL_ARRIVALS, 11_000);
        flow(area, Measure.INTERNAL_DEPARTURES, 12_000);
        stock(area, Measure.KINDERGARTNERS, Measure.TOTAL, 520);
        stock(area, Measure.KINDERGARTNERS_NOT_TODDLERS, Measure.TOTAL, 130);
    }

    private void parts() {
        List.of("WK091710", "WK091711", "WK091720", "WK091721", "WK091731", "WK091733", "WK091734", "WK091736")
                .forEach(wijk -> {
                    int share = wijk.equals("WK091734") ? 45 : 50 + wijk.charAt(7) + 3 * (wijk.charAt(6) - '0') - '0';
                    stock(wijk, Measure.POPULATION, Measure.TOTAL, 4_000);
                    publisher.cell(wijk, Measure.RETAINED, "10y", "2023-06-01", 40L * share);
                });
        List.of(
                        "BU09172000:35",
                        "BU09173202:29",
                        "BU09172100:25",
                        "BU09173000:23",
                        "BU09173101:19",
                        "BU09171101:17",
                        "BU09171200:12",
                        "BU09173600:2")
                .forEach(buurt -> {
                    String code = buurt.substring(0, 10);
                    stock(code, Measure.MINORS, Measure.TOTAL, 400);
                    stock(
                            code,
                            Measure.RECIPIENT_HOUSEHOLD_MINORS,
                            ASSISTANCE,
                            4L * Integer.parseInt(buurt.substring(11)));
                });
    }

    private void residents(String area, long all, long adults, long minors, long households) {
        stock(area, Measure.POPULATION, Measure.TOTAL, all);
        stock(area, Measure.ADULTS, Measure.TOTAL, adults);
        stock(area, Measure.MINORS, Measure.TOTAL, minors);
        stock(area, Measure.HOUSEHOLDS, Measure.TOTAL, households);
    }

    private void benefits(String area, long recipients, long households, long persons, long minors) {
        stock(area, Measure.RECIPIENTS, ASSISTANCE, recipients);
        stock(area, Measure.ADULT_RECIPIENTS, ASSISTANCE, recipients);
        stock(area, Measure.RECIPIENT_HOUSEHOLDS, ASSISTANCE, households);
        stock(area, Measure.RECIPIENT_HOUSEHOLD_PERSONS, ASSISTANCE, persons);
        stock(area, Measure.RECIPIENT_HOUSEHOLD_MINORS, ASSISTANCE, minors);
    }

    private void retained(String area, long stayed, long died) {
        publisher
                .cell(area, Measure.RETAINED, "10y", "2023-06-01", stayed)
                .cell(area, Measure.RETENTION_STAYED, "2023-06-01", FIRST_DAY, stayed)
                .cell(area, Measure.RETENTION_DIED, "2023-06-01", FIRST_DAY, died);
    }

    private void stock(String area, Measure measure, String dimension, long n) {
        publisher.cell(area, measure, dimension, FIRST_DAY, n);
    }

    /** So many in ten years, spread over the months; and as many a month until the last. */
    private void flow(String area, Measure measure, long inTenYears) {
        long months = ChronoUnit.MONTHS.between(BEFORE_FLOWS, BEFORE_FLOWS.plusYears(10));
        LocalDate day = BEFORE_FLOWS.plusDays(14);
        for (long month = 0; !day.isAfter(LAST_FLOW); month++) {
            long upTo = inTenYears * (month + 1) / months;
            publisher.cell(area, measure, day.toString(), upTo - inTenYears * month / months);
            day = BEFORE_FLOWS.plusDays(14).plusMonths(month + 1);
        }
    }
}
