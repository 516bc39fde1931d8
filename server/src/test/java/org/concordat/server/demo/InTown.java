package org.concordat.server.demo;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.options.AriaRole;
import java.net.URI;
import org.concordat.server.browser.Browser;
import org.concordat.server.browser.Visit;

/** What people do on the pages of {@link TownAtWork}, whatever they are about. */
final class InTown {

    private InTown() {}

    static Visit signedIn(Browser browser, String email) {
        Visit visit = browser.visit(Browser.WIDE);
        visit.open(TownAtWork.address("/sign-in"));
        visit.page().fill("#email", email);
        visit.page().fill("#password", Tideford.PASSWORD);
        visit.page().locator("main form button[type=submit]").first().click();
        return visit;
    }

    /** Opens a page with everything unfolded; it must be there and be fit for everybody. */
    static Visit at(Visit visit, String path) {
        assertThat(visit.open(TownAtWork.address(path))).as(path).isEqualTo(200);
        return visit.unfold().checkWideAndNarrow();
    }

    static void press(Visit visit, String button) {
        visit.page()
                .locator("main")
                .getByRole(
                        AriaRole.BUTTON,
                        new Locator.GetByRoleOptions().setName(button).setExact(true))
                .first()
                .click();
    }

    /** Takes a request on by a step that needs no words. */
    static void take(Visit visit, String request, String step) {
        at(visit, request + "/steps/" + step);
        visit.page().locator("main form button[type=submit]").first().click();
        assertThat(visit.page().locator(".govuk-notification-banner").isVisible())
                .as(step)
                .isTrue();
        visit.checkWideAndNarrow();
    }

    static String main(Visit visit) {
        return visit.page().locator("main").innerText();
    }

    static String path(Visit visit) {
        return URI.create(visit.page().url()).getPath();
    }
}
