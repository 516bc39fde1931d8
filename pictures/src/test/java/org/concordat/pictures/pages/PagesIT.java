package org.concordat.pictures.pages;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.options.Media;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.concordat.pictures.Browser;
import org.concordat.pictures.SampleReport;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Reads the sample page as people do: in a real browser, wide and narrow, by keyboard, on paper. */
class PagesIT {
    private static final Path PLACE = Path.of("target", "sample");
    private static List<AutoCloseable> open = new ArrayList<>();
    private static com.microsoft.playwright.Browser browser;

    @BeforeAll
    static void startsABrowser() throws Exception {
        var installed = Browser.installed();
        if (installed.isEmpty()) {
            System.err.println(
                    "SKIPPED: no Chromium or Chrome on the PATH, so nobody looked at the pages of pictures.");
        }
        assumeTrue(installed.isPresent(), "no Chromium or Chrome is installed");
        var playwright = Playwright.create(
                new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
        open.add(playwright);
        browser = playwright
                .chromium()
                .launch(new BrowserType.LaunchOptions()
                        .setExecutablePath(installed.get())
                        .setHeadless(true)
                        .setArgs(Browser.flags()));
        open.addFirst(browser);
        Files.createDirectories(PLACE);
        Files.writeString(PLACE.resolve("report.html"), SampleReport.page().html());
    }

    @AfterAll
    static void closesTheBrowser() throws Exception {
        for (var resource : open) {
            resource.close();
        }
    }

    private static Page page(int width) {
        var page = browser.newPage(new com.microsoft.playwright.Browser.NewPageOptions().setViewportSize(width, 900));
        page.navigate(PLACE.resolve("report.html").toUri().toString());
        return page;
    }

    private static void unfold(Page page) {
        page.evaluate("document.querySelectorAll('details').forEach(d => { d.open = true; })");
    }

    @ParameterizedTest
    @ValueSource(ints = {1280, 360})
    void breaksNoRuleThatAxeKnows(int width) {
        var page = page(width);
        page.screenshot(
                new Page.ScreenshotOptions().setFullPage(true).setPath(PLACE.resolve("report-" + width + ".png")));
        unfold(page);
        var results = new AxeBuilder(page).analyze();
        assertThat(results.getPasses()).isNotEmpty();
        assertThat(results.getViolations())
                .as("axe at %d px", width)
                .extracting(v -> v.getId() + ": " + v.getNodes())
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(ints = {1280, 640, 360, 320})
    void neverScrollsSideways(int width) {
        var page = page(width);
        unfold(page);
        assertThat((Integer) page.evaluate("document.documentElement.scrollWidth"))
                .isLessThanOrEqualTo(width);
    }

    @ParameterizedTest
    @ValueSource(ints = {1280, 360})
    void showsEachDrawingOnceInReadableLetters(int width) {
        var page = page(width);
        var visible = "[...document.querySelectorAll('figure')].map(f => [...f.querySelectorAll('svg')]"
                + ".filter(s => s.getBoundingClientRect().width > 0).length)";
        assertThat((List<?>) page.evaluate(visible)).isNotEmpty().allMatch(count -> count.equals(1));
        var smallest = "Math.min(...[...document.querySelectorAll('svg text')].map(t => "
                + "t.getBoundingClientRect().height).filter(h => h > 0))";
        assertThat(((Number) page.evaluate(smallest)).doubleValue()).isGreaterThan(12);
    }

    @ParameterizedTest
    @ValueSource(ints = {1280, 360})
    void keepsAllWordsInsideTheirDrawing(int width) {
        var outside = "[...document.querySelectorAll('svg')].filter(s => s.getBoundingClientRect().width > 0)"
                + ".flatMap(s => { const b = s.getBoundingClientRect(); return [...s.querySelectorAll('text')].filter(t =>"
                + " { const r = t.getBoundingClientRect(); return r.left < b.left - 1 || r.right > b.right + 1 || r.bottom"
                + " > b.bottom + 3 || r.top < b.top - 3; }).map(t => t.textContent); })";
        assertThat((List<?>) page(width).evaluate(outside)).isEmpty();
    }

    @Test
    void letsTheKeyboardReachEverythingAndShowsWhereItIs() {
        var page = page(360);
        var count = "document.querySelectorAll('a[href], summary, select, [tabindex=\"0\"]').length";
        unfold(page);
        int all = (Integer) page.evaluate(count);
        page.evaluate("document.querySelectorAll('a[href], summary, select, [tabindex=\"0\"]')"
                + ".forEach((e, i) => e.setAttribute('data-stop', i))");
        var reached = new ArrayList<Object>();
        for (int i = 0; i < all; i++) {
            page.keyboard().press("Tab");
            reached.add(page.evaluate("document.activeElement.getAttribute('data-stop')"));
            assertThat((String) page.evaluate("getComputedStyle(document.activeElement).outlineStyle"))
                    .isEqualTo("solid");
        }
        assertThat(reached).doesNotContainNull().doesNotHaveDuplicates().hasSize(all);
        page.keyboard().press("Shift+Tab");
    }

    @Test
    void skipsToTheReport() {
        var page = page(1280);
        page.keyboard().press("Tab");
        page.keyboard().press("Enter");
        assertThat(page.evaluate("document.activeElement.id")).isEqualTo("main");
    }

    @Test
    void asksForNothingButItself() {
        var page = browser.newPage();
        var asked = new ArrayList<String>();
        var complaints = new ArrayList<String>();
        page.onRequest(request -> asked.add(request.url()));
        page.onConsoleMessage(message -> complaints.add(message.text()));
        page.navigate(PLACE.resolve("report.html").toUri().toString());
        assertThat(asked).hasSize(1);
        assertThat(complaints).isEmpty();
    }

    @Test
    void unfoldsEverythingOnPaper() {
        var page = page(1280);
        page.emulateMedia(new Page.EmulateMediaOptions().setMedia(Media.PRINT));
        // A browser lays the unfolded parts out with its next frame, so the page is asked until it has.
        page.waitForFunction("[...document.querySelectorAll('details table, details li')].every(e => "
                + "e.checkVisibility({contentVisibilityAuto: true}) && e.getBoundingClientRect().height > 0)");
        page.pdf(new Page.PdfOptions().setPath(PLACE.resolve("printed.pdf")).setPreferCSSPageSize(true));
        assertThat(PLACE.resolve("printed.pdf")).isNotEmptyFile();
    }

    @Test
    void showsOnlyWhatIsChosenAndCountsIt() {
        var page = page(1280);
        var shown = "[...document.querySelectorAll('.entry')].filter(e => e.checkVisibility()).length";
        var count = "getComputedStyle(document.querySelector('.count'), '::before').content";
        assertThat(page.evaluate(shown)).isEqualTo(4);
        page.getByLabel("Answer").selectOption("almost");
        assertThat(page.evaluate(shown)).isEqualTo(2);
        page.getByLabel("Sender").selectOption("Council tax");
        assertThat(page.evaluate(shown)).isEqualTo(0);
        page.getByLabel("Answer").selectOption("All");
        assertThat(page.evaluate(shown)).isEqualTo(1);
        assertThat((String) page.evaluate(count)).isEqualTo("counter(entries)");
        page.getByLabel("Sender").selectOption("All");
        page.keyboard().press("Tab");
    }
}
