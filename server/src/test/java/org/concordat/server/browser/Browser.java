package org.concordat.server.browser;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A browser for tests. Start it once a class, and close it at the end:
 *
 * <pre>{@code
 * private static Browser browser;
 *
 * @BeforeAll
 * static void starts() { browser = Browser.startOrSkip("the pages of agreements"); }
 *
 * var visit = browser.visit(1280);
 * visit.open("http://127.0.0.1:" + port + "/agreements");
 * visit.check();   // axe finds nothing, nothing scrolls sideways, the console is silent
 * visit.walk();    // the keyboard reaches everything, and shows where it is
 * visit.picture("agreements");
 * }</pre>
 */
public final class Browser implements AutoCloseable {

    /** A screen on a desk. */
    public static final int WIDE = 1280;

    /** A telephone. */
    public static final int NARROW = 360;

    private final Playwright playwright;
    private final com.microsoft.playwright.Browser chromium;

    private Browser(Playwright playwright, com.microsoft.playwright.Browser chromium) {
        this.playwright = playwright;
        this.chromium = chromium;
    }

    /** Starts the installed browser; skips the calling test where there is none, and says what nobody looked at. */
    public static Browser startOrSkip(String whatIsLookedAt) {
        Optional<Path> installed = installed();
        if (installed.isEmpty()) {
            System.err.println(
                    "SKIPPED: no Chromium or Chrome on the PATH, so nobody looked at " + whatIsLookedAt + ".");
        }
        assumeTrue(installed.isPresent(), "no Chromium or Chrome is installed");
        var playwright = Playwright.create(
                new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
        try {
            return new Browser(
                    playwright,
                    playwright
                            .chromium()
                            .launch(new BrowserType.LaunchOptions()
                                    .setExecutablePath(installed.get())
                                    .setHeadless(true)
                                    .setArgs(List.of(
                                            "--no-sandbox",
                                            "--disable-gpu",
                                            "--disable-quic",
                                            "--no-first-run",
                                            "--disable-background-networking",
                                            "--disable-component-update",
                                            "--disable-sync"))));
        } catch (RuntimeException notStarted) {
            playwright.close();
            throw notStarted;
        }
    }

    /** A person of their own, with a window of this width, scripts on, and nobody else's cookies. */
    public Visit visit(int width) {
        return visit(width, true);
    }

    /** The same without scripts, since every page must work so. */
    public Visit visitWithoutScripts(int width) {
        return visit(width, false);
    }

    private Visit visit(int width, boolean scripts) {
        BrowserContext person = chromium.newContext(new com.microsoft.playwright.Browser.NewContextOptions()
                .setViewportSize(width, 900)
                .setJavaScriptEnabled(scripts)
                .setLocale("en-GB"));
        Page page = person.newPage();
        return new Visit(person, page, width);
    }

    /** The first browser on the PATH. */
    private static Optional<Path> installed() {
        return Stream.of(Optional.ofNullable(System.getenv("PATH")).orElse("").split(File.pathSeparator))
                .filter(folder -> !folder.isBlank())
                .flatMap(folder -> Stream.of("chromium", "chromium-browser", "google-chrome", "chrome")
                        .map(name -> Path.of(folder, name)))
                .filter(Files::isExecutable)
                .findFirst();
    }

    @Override
    public void close() {
        chromium.close();
        playwright.close();
    }
}
