package org.concordat.server.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Response;
import com.microsoft.playwright.assertions.PageAssertions;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** One person's visit with a browser. */
public final class Visit implements AutoCloseable {

    /** Everything that the Tab key should come to; of a group of radios, one. */
    private static final String STOPS = """
            () => {
                const seen = new Set();
                const shown = e => e.getClientRects().length > 0 && getComputedStyle(e).visibility !== 'hidden';
                const all = [...document.querySelectorAll(
                    'a[href], button, input:not([type="hidden"]), select, textarea, summary, [tabindex="0"]')];
                return all.filter(shown).filter(e => {
                    if (e.disabled) { return false; }
                    if (e.type !== 'radio') { return true; }
                    const key = (e.form ? e.form.action : '') + e.name;
                    const checked = all.find(o => o.type === 'radio' && o.name === e.name && o.checked);
                    if (checked && checked !== e || seen.has(key)) { return false; }
                    seen.add(key);
                    return true;
                });
            }
            """;

    private static final int HEIGHT = 900;

    private final BrowserContext person;
    private final Page page;
    private final int width;
    private final List<String> console = new ArrayList<>();

    Visit(BrowserContext person, Page page, int width) {
        this.person = person;
        this.page = page;
        this.width = width;
        page.setDefaultTimeout(60_000);
        page.onConsoleMessage(message -> {
            // A page of trouble answers with its status on purpose, and the browser notes that.
            if (message.type().equals("error")
                    && !message.text().startsWith("Failed to load resource: the server responded")) {
                console.add(message.text());
            }
        });
        page.onPageError(console::add);
    }

    /** Playwright's own page, for clicking and typing. */
    public Page page() {
        return page;
    }

    /** Goes to an address; answers the status. */
    public int open(String address) {
        return Optional.ofNullable(page.navigate(address)).map(Response::status).orElse(0);
    }

    /** Waits until the address is of this pattern, which must match the whole of it; says where it stands if it never is. */
    public Visit arrivesAt(String pattern) {
        PlaywrightAssertions.assertThat(page)
                .hasURL(Pattern.compile(pattern), new PageAssertions.HasURLOptions().setTimeout(60_000));
        return this;
    }

    /** Scripts show and hide what is for narrow screens alone a moment after the page is there, or another width. */
    private void settle() {
        page.waitForLoadState();
        page.evaluate("() => new Promise(done => requestAnimationFrame(() => requestAnimationFrame(done)))");
    }

    /** Opens everything that is folded, so that it is looked at too. */
    public Visit unfold() {
        page.evaluate("document.querySelectorAll('details').forEach(d => { d.open = true; })");
        return this;
    }

    /** Axe finds nothing, the page does not scroll sideways, and the console is silent (so the content policy was kept). */
    public Visit check() {
        return checkAt(width);
    }

    private Visit checkAt(int pixels) {
        assertThat(Axe.violations(page))
                .as("axe on %s at %d px", page.url(), pixels)
                .isEmpty();
        assertThat((Integer) page.evaluate("document.documentElement.scrollWidth"))
                .as("width of %s at %d px", page.url(), pixels)
                .isLessThanOrEqualTo(pixels);
        assertThat(console).as("console of %s", page.url()).isEmpty();
        return this;
    }

    /** The same as {@link #check}, on a wide screen and on a narrow one. */
    public Visit checkWideAndNarrow() {
        for (int each : new int[] {Browser.NARROW, Browser.WIDE}) {
            page.setViewportSize(each, HEIGHT);
            checkAt(each);
        }
        page.setViewportSize(width, HEIGHT);
        return this;
    }

    /** The Tab key comes to everything that can be used, in the order of reading, and each place shows that it is there. */
    public Visit walk() {
        settle();
        int stops = (Integer) page.evaluate("() => { const s = (" + STOPS
                + ")(); s.forEach((e, i) => e.setAttribute('data-stop', i)); return s.length; }");
        page.evaluate("() => { document.activeElement && document.activeElement.blur(); window.scrollTo(0, 0);"
                + " getSelection().removeAllRanges(); }");
        var reached = new ArrayList<String>();
        for (int i = 0; i < stops; i++) {
            page.keyboard().press("Tab");
            reached.add((String) page.evaluate(
                    "() => document.activeElement.getAttribute('data-stop') ?? document.activeElement.outerHTML"));
            assertThat((Boolean) page.evaluate("""
                            () => { const e = document.activeElement, s = getComputedStyle(e);
                                const beside = e.nextElementSibling
                                    ? getComputedStyle(e.nextElementSibling, '::before').boxShadow : 'none';
                                return s.outlineStyle !== 'none' && parseFloat(s.outlineWidth) > 0
                                    || s.boxShadow !== 'none' || beside !== 'none'; }
                            """))
                    .as(
                            "focus seen at stop %d of %s: %s",
                            i, page.url(), page.evaluate("document.activeElement.outerHTML"))
                    .isTrue();
        }
        assertThat(reached)
                .as("stops of the Tab key on %s at %d px", page.url(), width)
                .containsExactlyElementsOf(java.util.stream.IntStream.range(0, stops)
                        .mapToObj(Integer::toString)
                        .toList());
        return this;
    }

    /** Keeps a picture of the whole page in {@code target/screenshots/<name>-<width>.png}. */
    public Path picture(String name) {
        Path file = Path.of("target", "screenshots", name + "-" + width + ".png");
        page.screenshot(new Page.ScreenshotOptions().setPath(file).setFullPage(true));
        return file;
    }

    @Override
    public void close() {
        person.close();
    }
}
