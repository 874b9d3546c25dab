package nl.buurtpuls.endtoend;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Playwright;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

/** The browser of the machine ({@code apt-get install chromium}); no other is fetched. */
final class Chromium implements AutoCloseable {

    private static final Path PROGRAM = Path.of(System.getProperty("buurtpuls.chromium", "/usr/bin/chromium"));

    private final Playwright playwright =
            Playwright.create(new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
    private final Browser browser =
            playwright.chromium().launch(new BrowserType.LaunchOptions().setExecutablePath(PROGRAM));

    /** Whether the machine has one; where CI says that it is to be used, it must. */
    static boolean isExpected() {
        return Files.isExecutable(PROGRAM) || System.getenv("CI") != null;
    }

    Browser browser() {
        return browser;
    }

    @Override
    public void close() {
        playwright.close();
    }
}
