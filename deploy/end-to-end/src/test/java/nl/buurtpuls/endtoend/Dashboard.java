package nl.buurtpuls.endtoend;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static com.microsoft.playwright.assertions.PlaywrightAssertions.setDefaultAssertionTimeout;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.deque.html.axecore.results.AxeResults;
import com.deque.html.axecore.results.Rule;
import com.microsoft.playwright.Browser.NewContextOptions;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.ConsoleMessage;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** The dashboard in a window of a browser, as one reader has it. */
final class Dashboard implements AutoCloseable {

    /** Its pages, as the address names them. */
    static final List<String> VIEWS = List.of("map", "area", "concentration", "alerts", "report", "quality");

    private static final List<String> WCAG = List.of("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa");

    /** Nothing is on its way any more. What waits to be seen before it is fetched or drawn is looked at. */
    private static final String SETTLED = """
            () => {
              if (!document.querySelector('main h1')) return false;
              const next = document.querySelector('bp-app .waiting, .plot:not([data-drawn])');
              next?.scrollIntoView();
              return !next;
            }""";

    private static final String WIDER_THAN_THE_WINDOW = "() => document.documentElement.scrollWidth > innerWidth";

    private final BrowserContext context;
    private final Page page;
    private final URI address;
    private final List<String> complaints = new CopyOnWriteArrayList<>();

    private Dashboard(BrowserContext context, URI address) {
        this.context = context;
        this.address = address;
        setDefaultAssertionTimeout(Patience.LIMIT.toMillis());
        context.setDefaultTimeout(Patience.LIMIT.toMillis());
        this.page = context.newPage();
        page.onPageError(complaints::add);
        page.onConsoleMessage(this::hear);
    }

    static Dashboard in(com.microsoft.playwright.Browser browser, URI address, NewContextOptions options) {
        return new Dashboard(browser.newContext(options), address);
    }

    static Dashboard in(com.microsoft.playwright.Browser browser, URI address) {
        return in(
                browser,
                address,
                new NewContextOptions().setViewportSize(1366, 900).setLocale("nl-NL"));
    }

    /** That an answer was no 200 is told on the page, where it is one for the reader. */
    private void hear(ConsoleMessage message) {
        if (message.type().equals("error") && !message.text().startsWith("Failed to load resource")) {
            complaints.add(message.text());
        }
    }

    Page page() {
        return page;
    }

    /** Opens an address of the dashboard, such as {@code ?view=area&area=HN}, and reads it to its end. */
    Dashboard open(String query) {
        page.navigate(address + "/" + query);
        return settle();
    }

    Dashboard settle() {
        // Asked from here: the page's policy lets no script in it evaluate another.
        // In this thread: a page answers the one that opened it.
        await().atMost(Patience.LIMIT)
                .pollInSameThread()
                .pollInterval(Duration.ofMillis(50))
                .until(() -> (Boolean) page.evaluate(SETTLED));
        page.evaluate("() => scrollTo(0, 0)");
        return this;
    }

    String query() {
        return URI.create(page.url()).getRawQuery();
    }

    Locator button(String name) {
        return page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name));
    }

    /** What is chosen under a label; a label around a list has the list's words too, so it is known by its own. */
    Locator choice(String label) {
        return page.locator("main label.field")
                .filter(new Locator.FilterOptions()
                        .setHas(page.locator("span").getByText(label, new Locator.GetByTextOptions().setExact(true))))
                .locator("select, input");
    }

    Locator heading() {
        return page.locator("main h1");
    }

    /** Shows a token to the dialog for it. */
    void signIn(String bearer) {
        button("Inloggen").first().click();
        page.locator("#token").fill(bearer);
        page.locator("dialog button.strong").click();
        assertThat(page.locator("dialog")).isHidden();
    }

    /** No violation of WCAG 2.2 AA that a program can find. */
    void assertIsAccessible() {
        AxeResults results = new AxeBuilder(page).withTags(WCAG).analyze();
        assertThat(results.getViolations())
                .as("violations on %s", page.url())
                .extracting(Dashboard::told)
                .isEmpty();
    }

    private static String told(Rule rule) {
        return rule.getId() + ": "
                + rule.getNodes().stream()
                        .limit(3)
                        .map(node -> node.getTarget() + " " + node.getHtml())
                        .toList();
    }

    void assertFitsTheWindow() {
        assertThat(page.evaluate(WIDER_THAN_THE_WINDOW))
                .as("%s is wider than its window", page.url())
                .isEqualTo(false);
    }

    /** Nothing was thrown, and nothing was forbidden by the page's policy. */
    void assertNothingWentWrong() {
        assertThat(complaints).isEmpty();
    }

    @Override
    public void close() {
        context.close();
    }
}
