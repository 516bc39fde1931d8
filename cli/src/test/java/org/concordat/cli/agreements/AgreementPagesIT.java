package org.concordat.cli.agreements;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.options.Media;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;
import org.concordat.cli.CommandRun;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Reads documents and the map as people do: in a real browser, wide and narrow, by keyboard, on paper. */
final class AgreementPagesIT {
    private static final List<AutoCloseable> OPEN = new ArrayList<>();
    private static final String STOPS = "document.querySelectorAll('a[href], summary, select, [tabindex=\"0\"]')";

    @TempDir
    private static Path place;

    private static Browser browser;

    @BeforeAll
    static void writesPagesAndStartsABrowser() throws Exception {
        var installed = installed();
        if (installed.isEmpty()) {
            System.err.println(
                    "SKIPPED: no Chromium or Chrome on the PATH, so nobody looked at the pages of agreements.");
        }
        assumeTrue(installed.isPresent(), "no Chromium or Chrome is installed");
        Harbour harbour = Harbour.halfSigned().signed("SC-1", List.of("council"));
        Path town = harbour.writeTo(place.resolve("town"));
        Path keys = CommandRun.file(place, "keys.yaml", Harbour.trustedFile());
        run("agreements", "render", town, "SC-1", "PR-1", "--no-pdf", "--out", place.resolve("pages"));
        run(
                "agreements",
                "map",
                town,
                "--on",
                "2026-04-01",
                "--trusted-keys",
                keys,
                "--out",
                place.resolve("pages").resolve("map.html"));
        var playwright = Playwright.create(
                new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
        OPEN.add(playwright);
        browser = playwright
                .chromium()
                .launch(new BrowserType.LaunchOptions()
                        .setExecutablePath(installed.get())
                        .setHeadless(true)
                        .setArgs(List.of(
                                "--no-sandbox",
                                "--disable-gpu",
                                "--no-first-run",
                                "--disable-background-networking",
                                "--disable-component-update",
                                "--disable-sync")));
        OPEN.addFirst(browser);
    }

    private static void run(Object... words) {
        CommandRun run = CommandRun.of(words);
        assertThat(run.exitCode()).as(run.err()).isZero();
    }

    /** The first browser on the PATH; none is ever downloaded. */
    private static Optional<Path> installed() {
        return Stream.of(Optional.ofNullable(System.getenv("PATH")).orElse("").split(File.pathSeparator))
                .filter(folder -> !folder.isBlank())
                .flatMap(folder -> Stream.of("chromium", "chromium-browser", "google-chrome", "chrome")
                        .map(name -> Path.of(folder, name)))
                .filter(Files::isExecutable)
                .findFirst();
    }

    @AfterAll
    static void closesTheBrowser() throws Exception {
        for (var resource : OPEN) {
            resource.close();
        }
    }

    private static Page page(String name, int width) {
        var page = browser.newPage(new Browser.NewPageOptions().setViewportSize(width, 900));
        page.navigate(place.resolve("pages").resolve(name).toUri().toString());
        return page;
    }

    private static void unfold(Page page) {
        page.evaluate("document.querySelectorAll('details').forEach(d => { d.open = true; })");
    }

    @ParameterizedTest
    @CsvSource({"SC-1.html,1280", "SC-1.html,360", "PR-1.html,1280", "map.html,1280", "map.html,360"})
    void breaksNoRuleThatAxeKnows(String name, int width) throws IOException {
        var page = page(name, width);
        unfold(page);
        page.evaluate(axe());
        var found = (Map<?, ?>) page.evaluate("axe.run().then(r => ({passes: r.passes.length, violations:"
                + " r.violations.map(v => v.id + ': ' + v.nodes.map(n => n.html).join(' '))}))");
        assertThat((Integer) found.get("passes")).isPositive();
        assertThat((List<?>) found.get("violations")).as("axe at %d px", width).isEmpty();
    }

    /** The checker itself, without its Java wrapper, which needs another version of a library than the command line. */
    private static String axe() throws IOException {
        try (InputStream script = Objects.requireNonNull(AgreementPagesIT.class.getResourceAsStream("/axe.min.js"))) {
            return new String(script.readAllBytes(), UTF_8);
        }
    }

    @ParameterizedTest
    @CsvSource({"SC-1.html,1280", "SC-1.html,360", "SC-1.html,320", "PR-1.html,320", "map.html,640", "map.html,320"})
    void neverScrollsSideways(String name, int width) {
        var page = page(name, width);
        unfold(page);
        assertThat((Integer) page.evaluate("document.documentElement.scrollWidth"))
                .isLessThanOrEqualTo(width);
    }

    @ParameterizedTest
    @ValueSource(strings = {"SC-1.html", "map.html"})
    void letsTheKeyboardReachEverythingAndShowsWhereItIs(String name) {
        var page = page(name, 360);
        unfold(page);
        int all = (Integer) page.evaluate(STOPS + ".length");
        page.evaluate(STOPS + ".forEach((e, i) => e.setAttribute('data-stop', i))");
        var reached = new ArrayList<Object>();
        for (int i = 0; i < all; i++) {
            page.keyboard().press("Tab");
            reached.add(page.evaluate("document.activeElement.getAttribute('data-stop')"));
            assertThat((String) page.evaluate("getComputedStyle(document.activeElement).outlineStyle"))
                    .isEqualTo("solid");
        }
        assertThat(reached).doesNotContainNull().doesNotHaveDuplicates().hasSize(all);
    }

    @ParameterizedTest
    @ValueSource(strings = {"SC-1.html", "map.html"})
    void asksForNothingButItself(String name) {
        var page = browser.newPage();
        var asked = new ArrayList<String>();
        var complaints = new ArrayList<String>();
        page.onRequest(request -> asked.add(request.url()));
        page.onConsoleMessage(message -> complaints.add(message.text()));
        page.navigate(place.resolve("pages").resolve(name).toUri().toString());
        assertThat(asked).hasSize(1);
        assertThat(complaints).isEmpty();
    }

    @Test
    void findsAClauseByItsNumber() {
        var page = page("SC-1.html", 1280);
        page.navigate(page.url() + "#clause-6-1");
        assertThat((Double) page.evaluate("document.querySelector(':target').getBoundingClientRect().top + 0.5"))
                .isBetween(-1.0, 900.0);
        assertThat(page.evaluate("document.querySelector(':target').textContent"))
                .isEqualTo("6.1 Powers to share");
    }

    @Test
    void printsTheFingerprintOnEveryPage() throws Exception {
        var page = page("SC-1.html", 1280);
        page.emulateMedia(new Page.EmulateMediaOptions().setMedia(Media.PRINT));
        Path printed = place.resolve("printed.pdf");
        page.pdf(new Page.PdfOptions().setPath(printed).setPreferCSSPageSize(true));
        try (var paper = Loader.loadPDF(printed.toFile())) {
            for (int i = 1; i <= paper.getNumberOfPages(); i++) {
                var text = new PDFTextStripper();
                text.setStartPage(i);
                text.setEndPage(i);
                assertThat(text.getText(paper)).contains("Schedule SC-1, version 2", "Fingerprint (SHA-256)");
            }
        }
    }

    @Test
    void leadsFromACountToItsFlowsAndNarrowsThemDown() {
        var page = page("map.html", 1280);
        var shown = "[...document.querySelectorAll('.entry')].filter(e => e.checkVisibility()).length";
        int all = (Integer) page.evaluate(shown);
        page.locator(".linked a").first().click();
        assertThat(page.url()).endsWith("#flows-1");
        page.locator("#choices-0").selectOption("may be shared");
        int may = (Integer) page.evaluate(shown);
        assertThat(may).isBetween(1, all - 1);
        assertThat(page.locator(".entry:visible .mark").allTextContents())
                .hasSize(may)
                .containsOnly("may be shared");
        page.locator("#choices-5").selectOption("Aggregated");
        assertThat((Integer) page.evaluate(shown)).isLessThan(may);
    }
}
