package nl.buurtpuls.endtoend;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.microsoft.playwright.Browser.NewContextOptions;
import com.microsoft.playwright.Download;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Request;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.ReducedMotion;
import java.awt.image.BufferedImage;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicReference;
import java.util.regex.Pattern;
import javax.imageio.ImageIO;
import nl.buurtpuls.contract.access.Roles;
import nl.buurtpuls.local.stack.Service;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The dashboard as people have it: in a real browser, over the packaged services, with figures in it. */
@Order(1)
@EnabledIf(value = "nl.buurtpuls.endtoend.Chromium#isExpected", disabledReason = "no /usr/bin/chromium")
class DashboardIT {

    private static final List<String> VIEWS = Dashboard.VIEWS;
    private static final LocalDate TODAY = LocalDate.now(ZoneId.of("Europe/Amsterdam"));

    /** Sooner than somebody loads the page anew. */
    private static final Duration SOON = Duration.ofSeconds(30);
    /** A buurt of a few dozen people, in this town. */
    private static final String PALEMIG = "BU09173200";

    /** Of the area that is pointed at. */
    private static final String TILE = ".look .figure";

    private static final String FIRST_HEADLINE = ".cards .figure >> nth=0";

    private static SmallHeerlen town;
    private static Running stack;
    private static Chromium chromium;

    private Dashboard dashboard = window();

    @BeforeAll
    static void start() throws Exception {
        town = SmallHeerlen.start();
        stack = town.running();
        chromium = new Chromium();
    }

    @AfterAll
    static void stop() {
        if (chromium != null) {
            chromium.close();
        }
        if (town != null) {
            town.close();
        }
    }

    @AfterEach
    void nothingWentWrong() {
        dashboard.assertNothingWentWrong();
        dashboard.close();
    }

    private static Dashboard window() {
        return Dashboard.in(chromium.browser(), stack.report());
    }

    private Dashboard anotherWindow(NewContextOptions options) {
        dashboard.close();
        dashboard = Dashboard.in(chromium.browser(), stack.report(), options);
        return dashboard;
    }

    @ParameterizedTest
    @FieldSource("VIEWS")
    void eachPageIsForAllReaders(String view) {
        dashboard.open("?view=" + view);
        dashboard.assertIsAccessible();
        dashboard.assertFitsTheWindow();
        assertThat(dashboard.page().locator("html")).hasAttribute("lang", "nl");
        String dutch = dashboard.heading().innerText();

        dashboard.page().locator(".pair a[lang=en]").click();
        assertThat(dashboard.page().locator("html")).hasAttribute("lang", "en");
        dashboard.settle();
        if (!view.equals("area")) { // Its heading is a name.
            assertThat(dashboard.heading()).not().hasText(dutch);
        }

        anotherWindow(new NewContextOptions()
                        .setViewportSize(320, 700)
                        .setColorScheme(ColorScheme.DARK)
                        .setReducedMotion(ReducedMotion.REDUCE))
                .open("?lang=en&view=" + view);
        dashboard.assertIsAccessible();
        dashboard.assertFitsTheWindow();
        assertThat(dashboard.page().locator("html")).hasAttribute("lang", "en");
        assertThat(dashboard.page().locator("html")).hasAttribute("data-theme", "dark");
        assertThat(dashboard.heading()).isVisible();
        assertThat(dashboard.page().locator("nav [aria-current=page]")).isInViewport();
        if (view.equals("map")) {
            assertThat(dashboard.page().locator(".look")).isInViewport();
        }
    }

    @Test
    void firstPageIsThereWithinASecondAndIsSmall() {
        double fastest = Double.POSITIVE_INFINITY;
        double kilobytes = 0;
        for (int time = 0; time < 3; time++) {
            anotherWindow(new NewContextOptions().setViewportSize(1366, 768));
            dashboard.page().navigate(stack.report() + "/");
            dashboard.page().waitForSelector("svg.map");
            Number painted = (Number) dashboard
                    .page()
                    .evaluate("() => performance.getEntriesByName('first-contentful-paint')[0].startTime");
            Number bytes = (Number)
                    dashboard
                            .page()
                            .evaluate(
                                    "() => [...performance.getEntriesByType('navigation'),"
                                            + " ...performance.getEntriesByType('resource')].reduce((sum, { transferSize }) => sum + transferSize, 0)");
            fastest = Math.min(fastest, painted.doubleValue());
            kilobytes = bytes.doubleValue() / 1024;
        }
        System.out.printf(Locale.ROOT, "First paint after %.0f ms; the first page is %.0f KB%n", fastest, kilobytes);
        assertThat(fastest).isLessThan(1000);
        assertThat(kilobytes).isBetween(20.0, 400.0);
    }

    @Test
    void mapShowsAnyIndicatorOnAnyDayAndTheAddressSaysWhich() {
        dashboard.open("");
        assertThat(dashboard.page().locator("svg.map a")).hasCount(57);
        assertThat(dashboard.page().locator(".legend li")).not().hasCount(0);

        dashboard.choice("Niveau").selectOption("Wijken");
        dashboard.choice("Onderwerp").selectOption("Bevolking");
        dashboard.settle();
        assertThat(dashboard.heading()).hasText("Inwoners");
        assertThat(dashboard.page().locator("svg.map a")).hasCount(23);
        assertThat(dashboard.query()).contains("level=wijk", "indicator=population");

        dashboard.page().locator("main input[type=date]").fill("2022-04-01");
        dashboard.page().locator("main input[type=date]").press("Tab");
        assertThat(dashboard.page().locator("figcaption strong")).hasText("1 april 2022");

        dashboard.choice("Klassen").selectOption("Natuurlijke grenzen");
        String shared = dashboard.page().url();
        dashboard.open("?view=alerts");
        dashboard.page().navigate(shared);
        dashboard.settle();
        assertThat(dashboard.page().locator("figcaption strong")).hasText("1 april 2022");
        assertThat(dashboard.choice("Klassen")).hasValue("natural");
        dashboard.page().goBack();
        assertThat(dashboard.heading()).hasText("Signalen");
    }

    @Test
    void mapIsReadWithKeysAlone() throws Exception {
        dashboard.open("?level=wijk&indicator=population");
        Locator first = dashboard.page().locator("svg.map a[tabindex='0']");
        assertThat(first).hasCount(1);
        String from = first.getAttribute("data-code");
        first.focus();
        dashboard.page().keyboard().press("ArrowDown");
        assertThat(dashboard.page().locator("svg.map a[tabindex='0']")).not().hasAttribute("data-code", from);
        String to = dashboard.page().locator("svg.map a[tabindex='0']").getAttribute("data-code");
        assertThat(dashboard.page().locator(".look .figure")).isVisible();

        dashboard.page().keyboard().press("t");
        assertThat(dashboard.page().locator("main tbody tr")).hasCount(23);
        dashboard.assertIsAccessible();
        Download csv = dashboard.page().waitForDownload(dashboard.button("CSV")::click);
        assertThat(Files.readAllLines(csv.path())).hasSize(1 + 23);
        dashboard.page().keyboard().press("t");
        assertThat(dashboard.page().locator("svg.map")).isVisible();
        dashboard.page().locator("header nav a").first().focus();
        dashboard.page().keyboard().press("t");
        assertThat(dashboard.page().locator("svg.map")).isVisible();
        dashboard.page().locator("svg.map a[data-code='" + to + "']").focus();
        dashboard.page().keyboard().press("t");
        assertThat(dashboard.page().locator("main tbody tr")).hasCount(23);
        dashboard.page().keyboard().press("t");
        assertThat(dashboard.page().locator("svg.map")).isVisible();
        Download png = dashboard.page().waitForDownload(dashboard.button("PNG")::click);
        assertThat(Files.readAllBytes(png.path())).hasSizeGreaterThan(20_000).startsWith(0x89, 'P', 'N', 'G');
        assertLegendIsThatOfThePage(ImageIO.read(png.path().toFile()));
        dashboard.page().locator("svg.map a[data-code='" + to + "']").focus();
        dashboard.page().keyboard().press("Enter");
        assertThat(dashboard.page().locator("nav.crumbs")).isVisible();
        assertThat(dashboard.query()).contains("view=area", "area=" + to);
        dashboard.page().goBack();
        assertThat(dashboard.page().locator("svg.map")).isVisible();
    }

    /** Below the map, side by side; also for what is no class. */
    private void assertLegendIsThatOfThePage(BufferedImage picture) {
        Locator legend = dashboard.page().locator(".legend li");
        assertThat(legend.filter(new Locator.FilterOptions().setHasText("Afgeschermd")))
                .hasCount(1);
        int entries = legend.count();
        int margin = 32;
        int withinSwatch = 14;
        for (int entry = 0; entry < entries; entry++) {
            int left = margin + entry * (picture.getWidth() - 2 * margin) / entries;
            assertThat(picture.getRGB(left + withinSwatch, picture.getHeight() - margin - withinSwatch))
                    .as("entry %d of %d", entry, entries)
                    .isNotEqualTo(picture.getRGB(1, 1));
        }
    }

    @Test
    void timePlaysAndTwoDatesStandSideBySide() {
        dashboard.open("?level=wijk&indicator=population");
        dashboard.button("Afspelen").click();
        dashboard.page().waitForURL(Pattern.compile(".*date=2014-0[4-9]-01.*"));
        Locator classes = dashboard.page().locator(".legend li > .number:not(.count)");
        List<String> kept = classes.allInnerTexts();
        dashboard.choice("Klassen").selectOption("Natuurlijke grenzen");
        await().atMost(Patience.LIMIT)
                .pollInSameThread()
                .until(() -> !classes.allInnerTexts().equals(kept));
        dashboard.button("Pauze").click();
        assertThat(dashboard.button("Afspelen")).isVisible();

        dashboard.open("?level=wijk&indicator=population&date=2024-01-01");
        dashboard.button("Twee data").click();
        assertThat(dashboard.page().locator("svg.map")).hasCount(2);
        assertThat(dashboard.page().locator("figcaption strong").nth(1)).hasText("1 januari 2019");
        Locator counts = dashboard.page().locator(".legend li .count");
        assertThat(sum(counts, "1 januari 2024")).isEqualTo(23);
        assertThat(sum(counts, "1 januari 2019")).isEqualTo(23);
        dashboard.page().locator("svg.map a").first().hover();
        assertThat(dashboard.page().locator(".look")).containsText("1 januari 2019");
        dashboard.button("Tabel").click();
        assertThat(dashboard.page().locator("main thead")).containsText("Verschil");
        dashboard.page().locator("main thead button").nth(1).click();
        assertThat(dashboard.page().locator("main thead th").nth(1)).hasAttribute("aria-sort", "descending");
    }

    @Test
    void withheldAreasAreHatchedAndTheReasonIsGiven() {
        dashboard.open("?indicator=social-assistance.minors.share");
        int withheld = dashboard.page().locator("svg.map .withheld").count();
        assumeTrue(withheld > 0, "this service withholds nothing");
        assertThat(dashboard.page().locator(".legend")).containsText("Afgeschermd");
        assertThat(dashboard.page().locator(".legends")).containsText("te weinig personen");
    }

    @Test
    void eachChartOfAnAreaIsATableAFileAndAPictureToo() throws Exception {
        dashboard.open("?view=area&area=GM0917&date=2025-01-01");
        assertThat(dashboard.page().locator(".cards .figure")).hasCount(8);
        assertThat(dashboard.page().locator(".triangle td").first()).isVisible();
        List<Locator> charts = dashboard.page().locator("bp-chart").all();
        assertThat(charts).hasSizeGreaterThan(10);
        for (Locator chart : charts) {
            assertThat(chart.locator("details code").first()).containsText("GET /v1/");
            chart.locator(".tool").first().click();
            assertThat(chart.locator("tbody tr").first()).isVisible();
            chart.locator(".tool").first().click();
            Download csv =
                    dashboard.page().waitForDownload(chart.locator(".tool").nth(1)::click);
            assertThat(csv.suggestedFilename()).startsWith("buurtpuls-").endsWith(".csv");
            assertThat(Files.readAllLines(csv.path())).hasSizeGreaterThan(1);
        }
        Download png =
                dashboard.page().waitForDownload(charts.get(0).locator(".tool").nth(2)::click);
        assertThat(Files.readAllBytes(png.path())).startsWith(0x89, 'P', 'N', 'G');
    }

    @Test
    void whatIsChosenOnAnAreaStandsInTheAddress() {
        dashboard.open("?view=area&area=HN&date=2025-01-01");
        dashboard.choice("Regeling").selectOption("Arbeidsongeschiktheid");
        dashboard.choice("Wie").selectOption("Volwassenen");
        dashboard.choice("Periode tot de datum").selectOption("5 jaar");
        dashboard.choice("Maat").selectOption("Isolatie (xPx)");
        dashboard.settle();
        assertThat(dashboard.query())
                .contains("scheme=disability", "who=adult-arrivals", "years=5", "index=isolation", "area=HN");
        assertThat(dashboard.page().locator("bp-area-segregation h3")).containsText("Isolatie");

        dashboard.page().locator(".chapters a").nth(3).click();
        assertThat(dashboard.page().locator("#origins h2")).isFocused();
        assertThat(dashboard.page().url()).endsWith("#origins");
        dashboard.page().reload();
        assertThat(dashboard.page().locator("#origins h2")).isFocused();
        dashboard.choice("Gebied").selectOption("Meezenbroek-Schaesbergerveld");
        assertThat(dashboard.heading()).hasText("Meezenbroek-Schaesbergerveld");
        dashboard.page().goBack();
        assertThat(dashboard.heading()).hasText("Heerlen-Noord");
    }

    @Test
    void concentrationComparesAreasThatTheReaderChooses() {
        dashboard.open("?view=concentration&date=2025-01-01");
        assertThat(dashboard.page().locator(".dots li")).hasCount(23);
        assertThat(dashboard.page().locator("bp-burden-shift h3")).not().hasCount(0);
        int chosen = dashboard.page().locator(".chosen li").count();
        dashboard.choice("Voeg een gebied toe").selectOption("Passart");
        assertThat(dashboard.page().locator(".chosen li")).hasCount(chosen + 1);
        dashboard.button("Haal Heerlen-Noord weg").click();
        assertThat(dashboard.page().locator(".chosen li")).hasCount(chosen);
        dashboard.choice("Regeling").selectOption("Werkloosheid (WW)");
        dashboard.settle();
        assertThat(dashboard.query()).contains("areas=", "scheme=unemployment");
    }

    @Test
    void ruleIsTriedOnTheMapThenKeptAndItsAlertsAreAcknowledged() {
        dashboard.open("?view=alerts&rule=new");
        dashboard.signIn(stack.bearer(Roles.ALERT_ADMIN));
        dashboard.choice("Naam (kleine letters, cijfers, streepjes)").fill("many-residents");
        dashboard.choice("Niveau").selectOption("Wijken");
        dashboard.choice("Onderwerp").selectOption("Bevolking");
        dashboard.choice("Voorbij bij (leeg: de grens)").fill("");
        dashboard.choice("Grens").fill("150");
        dashboard.choice("Dagen achtereen").fill("0");
        assertThat(dashboard.page().locator("bp-rule-preview [role=status] strong"))
                .containsText(Pattern.compile("^[1-9]\\d* van 23 gebieden"));

        dashboard.button("Opslaan").click();
        assertThat(dashboard.heading()).hasText("Signalen");
        assertThat(dashboard.page().locator("bp-rules tbody")).containsText("many-residents");
        // Beside those of the rules that the service starts with.
        Locator firing = dashboard
                .page()
                .locator(".alert.firing")
                .filter(new Locator.FilterOptions().setHasText("many-residents"));
        assertThat(firing.first()).isVisible();
        dashboard.assertIsAccessible();
        firing.first().locator("input").fill("known");
        firing.first().locator("form button").click();
        dashboard.choice("Toestand").selectOption("acknowledged");
        assertThat(dashboard.page().locator(".alert:not(.acknowledged)")).hasCount(0);
        assertThat(dashboard.query()).contains("state=acknowledged");
        assertThat(dashboard.page().locator(".alert.acknowledged").first()).containsText("known");
    }

    @Test
    void ruleOnARankIsToldOfByTheService() {
        dashboard.open("?view=alerts");
        dashboard.signIn(stack.bearer(Roles.ALERT_ADMIN));
        dashboard
                .page()
                .evaluate(
                        "authorization => fetch('/v1/alert-rules', { method: 'POST',"
                                + " headers: { 'Content-Type': 'application/json', Authorization: authorization },"
                                + " body: JSON.stringify({ id: 'most-residents', indicator: 'population', level: 'wijk',"
                                + " within: 'GM0917', direction: 'above', rank: { worst: 3 }, holdFor: 'P0D',"
                                + " minimumPopulation: 0, severity: 'info', enabled: false }) })",
                        stack.bearer(Roles.ALERT_ADMIN));
        dashboard.open("?view=alerts&rule=most-residents");
        assertThat(dashboard.page().locator("bp-rule-preview [role=status] strong"))
                .hasText("Vandaag een signaal in 3 gebieden");
        assertThat(dashboard.choice("Aan")).hasValue("no");
        dashboard.choice("Aan").selectOption("yes");
        dashboard.button("Opslaan").click();
        assertThat(dashboard
                        .page()
                        .locator("bp-rules tbody tr")
                        .filter(new Locator.FilterOptions().setHasText("most-residents"))
                        .locator("td")
                        .last())
                .hasText("ja");
    }

    @Test
    void reportIsShownAndCanBeReadPrintedAndKept() throws Exception {
        dashboard.open("?view=report&area=HN&date=2025-01-01");
        assertThat(dashboard.page().locator(".contents section")).not().hasCount(0);
        List<String> links = dashboard.page().locator("main .row a").all().stream()
                .map(link -> link.getAttribute("href"))
                .toList();
        assertThat(links).hasSize(3);
        for (String link : links) {
            HttpResponse<String> answer = stack.get(link);
            assertThat(answer.statusCode()).as(link).isEqualTo(200);
        }
    }

    @Test
    void whoIsSignedInFollowsLinksToTheApiAsSuch() throws Exception {
        dashboard.open("?view=report&area=HN&date=2025-01-01");
        dashboard.signIn(stack.bearer(Roles.EXACT_READER));
        dashboard.page().locator(".pair a[lang=en]").click();
        dashboard.settle();
        Locator links = dashboard.page().locator("main .row a");

        AtomicReference<Page> opened = new AtomicReference<>();
        Request call = dashboard
                .page()
                .waitForRequest(
                        request -> request.url().contains("format=html"),
                        () -> opened.set(dashboard.page().waitForPopup(links.first()::click)));
        assertThat(call.headerValue("authorization")).startsWith("Bearer ");
        assertThat(call.headerValue("accept-language")).isEqualTo("en");
        Page report = opened.get();
        assertThat(report.locator("h1")).hasText("Start report Heerlen-Noord");
        assertThat(report.locator(".skip")).hasCSS("position", "absolute");
        // By the page that opened it.
        Download again =
                dashboard.page().waitForDownload(report.locator(".forms a").first()::click);
        assertThat(again.suggestedFilename()).isEqualTo("startrapport-HN-2025-01-01.pdf");
        report.close();

        Download pdf = dashboard.page().waitForDownload(links.nth(1)::click);
        assertThat(pdf.suggestedFilename()).isEqualTo("startrapport-HN-2025-01-01.pdf");
        Page data = dashboard.page().waitForPopup(links.nth(2)::click);
        assertThat(data.locator("body")).containsText("Start report Heerlen-Noord");
        data.close();
    }

    @Test
    void findingsAreForWhoSignsIn() throws Exception {
        dashboard.open("?view=quality");
        assertThat(dashboard.page().locator("main .empty")).containsText("inloggen");
        Register heerlen = new Register("GM0917");
        stack.send(heerlen.emigrates("nobody", TODAY.minusDays(3)));

        dashboard.signIn(stack.bearer(Roles.EXACT_READER));
        assertThat(dashboard.page().locator("bp-sign-in button").first()).containsText("Uitloggen");
        assertThat(dashboard.page().locator("main .empty, main tbody tr").first())
                .isVisible();
        dashboard.assertIsAccessible();
        dashboard.page().locator("bp-sign-in button").first().click();
        assertThat(dashboard.page().locator("main .empty")).containsText("inloggen");
    }

    @ParameterizedTest
    @ValueSource(strings = {"map", "area"})
    void changeIsSeenAtOnceAndNothingJumps(String view) throws Exception {
        dashboard.open("?view=" + view + "&indicator=population&area=" + PALEMIG);
        dashboard.signIn(stack.bearer(Roles.EXACT_READER));
        dashboard.settle();
        if (view.equals("map")) {
            // Not by the mouse: it would point at another once the page is scrolled.
            dashboard.page().locator("svg.map a[data-code='" + PALEMIG + "']").focus();
        }
        Locator shown = dashboard.page().locator(view.equals("map") ? TILE : FIRST_HEADLINE);
        // Exactly, once what the token may read is there.
        int before = stack.snapshot(PALEMIG).at("/indicators/population/value").asInt();
        await().atMost(Patience.LIMIT).pollInSameThread().until(() -> number(shown) == before);
        double scrolled = number(dashboard.page().evaluate("() => (scrollTo(0, 120), scrollY)"));

        stack.send(new Register("GM0917").lives("seen-on-" + view, PALEMIG, TODAY.minusDays(1)));
        long sent = System.nanoTime();
        await().atMost(SOON)
                .pollInSameThread()
                .pollInterval(Duration.ofMillis(20))
                .until(() -> number(shown) == before + 1);
        Duration seen = Duration.ofNanos(System.nanoTime() - sent);

        System.out.printf(Locale.ROOT, "Seen on the %s page %d ms after the 202%n", view, seen.toMillis());
        assertThat(number(dashboard.page().evaluate("() => scrollY"))).isEqualTo(scrolled, within(1.0));
    }

    /** How many areas a legend of two dates counts for one. */
    private static int sum(Locator counts, String date) {
        return counts.all().stream()
                .filter(count -> count.getAttribute("aria-label").startsWith(date))
                .mapToInt(DashboardIT::number)
                .sum();
    }

    private static double number(Object evaluated) {
        return ((Number) evaluated).doubleValue();
    }

    private static int number(Locator shown) {
        return Integer.parseInt(shown.textContent().replaceAll("\\D", ""));
    }

    @Test
    void outageIsSaidAndWhenItIsOverThePageGoesOn() throws Exception {
        dashboard.open("?level=wijk&indicator=population");
        stack.parts().kill(Service.REPORT);
        try {
            assertThat(dashboard.page().locator(".banner")).containsText("niet bereikbaar");
            assertThat(dashboard.page().locator("svg.map a")).hasCount(23);
            dashboard.choice("Niveau").selectOption("Buurten");
        } finally {
            stack.parts().restart(Service.REPORT);
        }
        assertThat(dashboard.page().locator(".banner")).isHidden();
        assertThat(dashboard.page().locator("svg.map a")).hasCount(57);
    }
}
