package org.concordat.server.parties;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.nio.file.Path;
import java.util.function.UnaryOperator;
import org.concordat.server.browser.Axe;
import org.concordat.server.browser.Browser;
import org.concordat.server.browser.Visit;

/** One person's way through the pages of parties: what they type and press, and what they look at. */
record Walk(Visit visit, UnaryOperator<String> addresses) implements AutoCloseable {

    private static final double PATIENCE_MILLISECONDS = 120_000;

    /** Begins one in a wide window. */
    static Walk begin(Browser browser, PartiesAtWork server) {
        return begin(browser, server::address);
    }

    /** The same where the server is called by its name, without which there are no passkeys. */
    static Walk beginByName(Browser browser, PartiesAtWork server) {
        return begin(browser, path -> server.address(path).replace("127.0.0.1", "localhost"));
    }

    private static Walk begin(Browser browser, UnaryOperator<String> addresses) {
        Visit visit = browser.visit(Browser.WIDE);
        // A busy machine is no fault of the pages.
        visit.page().setDefaultTimeout(PATIENCE_MILLISECONDS);
        return new Walk(visit, addresses);
    }

    Walk open(String path) {
        assertThat(visit.open(addresses.apply(path))).as(path).isEqualTo(200);
        return this;
    }

    Walk signIn(String email, String password) {
        return open("/sign-in").type("email", email).type("password", password).press("Sign in");
    }

    Walk type(String field, String text) {
        visit.page().locator("main [name='" + field + "']").fill(text);
        return this;
    }

    Walk choose(String field, String value) {
        visit.page()
                .locator("input[name='" + field + "'][value='" + value + "']")
                .check();
        return this;
    }

    Walk press(String button) {
        visit.page()
                .locator("main")
                .getByRole(
                        AriaRole.BUTTON,
                        new Locator.GetByRoleOptions().setName(button).setExact(true))
                .first()
                .click();
        return this;
    }

    Walk follow(String link) {
        visit.page().locator("main a:has-text('" + link + "')").first().click();
        return this;
    }

    String main() {
        return visit.page().locator("main").innerText();
    }

    String path() {
        return visit.page().url().replaceFirst("https?://[^/]+", "");
    }

    /** Looks at the page wide and narrow, with everything unfolded, and keeps pictures. */
    Walk look(String name) {
        visit.check();
        visit.picture("parties-" + name);
        visit.unfold().check();
        Page page = visit.page();
        page.setViewportSize(Browser.NARROW, 900);
        assertThat(Axe.violations(page)).as("axe on %s, narrow", name).isEmpty();
        assertThat((Integer) page.evaluate("document.documentElement.scrollWidth"))
                .as("width of %s, narrow", name)
                .isLessThanOrEqualTo(Browser.NARROW);
        page.screenshot(new Page.ScreenshotOptions()
                .setPath(Path.of("target", "screenshots", "parties-" + name + "-narrow.png"))
                .setFullPage(true));
        page.setViewportSize(Browser.WIDE, 900);
        return this;
    }

    @Override
    public void close() {
        visit.close();
    }
}
