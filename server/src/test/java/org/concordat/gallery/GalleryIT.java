package org.concordat.gallery;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.Media;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.regex.Pattern;
import org.concordat.server.browser.Browser;
import org.concordat.server.browser.Visit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.context.ConfigurableApplicationContext;

/** Looks at every fragment of the frame, wide and narrow, by keyboard, without scripts and on paper. */
final class GalleryIT {

    private static ConfigurableApplicationContext server;
    private static Browser browser;
    private static String address;

    @BeforeAll
    static void starts() {
        browser = Browser.startOrSkip("the page frame");
        server = GalleryApplication.start();
        address = "http://127.0.0.1:" + server.getEnvironment().getProperty("local.server.port");
    }

    @AfterAll
    static void ends() {
        if (server != null) {
            server.close();
        }
        if (browser != null) {
            browser.close();
        }
    }

    @ParameterizedTest
    @CsvSource({
        "fields, /gallery, 200",
        "stranger, /gallery?as=stranger, 200",
        "practice, /things?as=practising, 200",
        "lists, /lists, 200",
        "list-page, /lists?page=5&sort=people&order=last, 200",
        "list-nothing, /lists?name=nowhere, 200",
        "things, /things, 200",
        "conflict, /conflict, 409",
        "refused, /trouble/refused, 403",
        "fault, /trouble/fault, 500",
        "nowhere, /nowhere, 404",
        "broken, /trouble/template?as=broken, 500"
    })
    void everyPageIsSoundWideAndNarrow(String name, String path, int status) {
        for (int width : new int[] {Browser.WIDE, Browser.NARROW}) {
            try (Visit visit = browser.visit(width)) {
                assertThat(visit.open(address + path)).isEqualTo(status);
                visit.unfold().check().walk();
                visit.page().evaluate("document.activeElement.blur()");
                visit.picture("frame-" + name);
            }
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {Browser.WIDE, Browser.NARROW})
    void aFormWithProblemsSaysThemAboveAndBesideTheField(int width) {
        try (Visit visit = browser.visit(width)) {
            visit.open(address + "/gallery");
            Page page = visit.page();
            page.fill("#name", "");
            page.fill("#email", "nobody");
            page.fill("#people", "twelve");
            page.fill("#starts-day", "31");
            page.fill("#starts-month", "feb");
            page.click("text=Save");
            assertThat(page.title()).isEqualTo("Error: Fields - Concordat");
            assertThat(page.locator(".govuk-error-summary").evaluate("e => e === document.activeElement"))
                    .isEqualTo(true);
            assertThat(page.locator(".govuk-error-summary li").allInnerTexts())
                    .contains(
                            "Enter the name of the place",
                            "“E-mail address” must be an e-mail address, such as name@example.org",
                            "“People” must be a whole number, such as 12",
                            "“First day” has a day that does not exist: that month has 28 days",
                            "Choose a file for “Agreement as a file”",
                            "Say that you have checked this");
            assertThat(page.inputValue("#email")).isEqualTo("nobody");
            assertThat(page.inputValue("#starts-month")).isEqualTo("feb");
            visit.check().picture("frame-problems");
            page.click(".govuk-error-summary a[href='#people']");
            assertThat(page.locator("#people").evaluate("e => e === document.activeElement"))
                    .isEqualTo(true);
        }
    }

    @Test
    void worksWithoutScripts() {
        try (Visit visit = browser.visitWithoutScripts(Browser.NARROW)) {
            visit.open(address + "/gallery");
            Page page = visit.page();
            assertThat(page.locator("#other").isVisible()).isTrue();
            assertThat(page.locator("nav a").first().isVisible()).isTrue();
            visit.picture("frame-no-scripts");
        }
    }

    @Test
    void revealsAFieldWhenItsOptionIsChosen() {
        try (Visit visit = browser.visit(Browser.WIDE)) {
            visit.open(address + "/gallery");
            Page page = visit.page();
            assertThat(page.locator("#other").isVisible()).isTrue();
            page.check("#kind");
            assertThat(page.locator("#other").isVisible()).isFalse();
        }
    }

    @Test
    void whoeverChoosesOnThePageOfAConflictSendsWhatTheyChose() {
        try (Visit visit = browser.visit(Browser.WIDE)) {
            visit.open(address + "/conflict");
            Page page = visit.page();
            page.check("[id='keep.name-2']");
            page.click("text=Save my choices");
            assertThat(page.innerText("body")).isEqualTo("7 Tideford on sea 2027-03-27 same");
        }
    }

    @Test
    void listsSortFilterAndTurnPages() {
        try (Visit visit = browser.visit(Browser.WIDE)) {
            visit.open(address + "/lists");
            Page page = visit.page();
            page.click("th >> text=People");
            assertThat(page.url()).contains("sort=people").contains("order=first");
            page.fill("#name", "number 1");
            page.click("text=Apply filters");
            assertThat(page.url()).contains("sort=people").contains("name=number");
            assertThat(page.innerText("[role=status]")).isEqualTo("1 to 25 of 111");
            page.click("text=Next page");
            assertThat(page.innerText("[role=status]")).isEqualTo("26 to 50 of 111");
            assertThat(page.locator("th[aria-sort=ascending]").innerText()).isEqualTo("People");
        }
    }

    @Test
    void isReadableOnPaper() {
        try (Visit visit = browser.visit(Browser.WIDE)) {
            visit.open(address + "/things");
            visit.page().emulateMedia(new Page.EmulateMediaOptions().setMedia(Media.PRINT));
            assertThat(visit.page().locator("form button").first().isVisible()).isFalse();
            visit.picture("frame-print");
        }
    }

    @Test
    void theAssetsAreKeptForEverAndHoldNothingThatOnlyGovernmentMayUse() throws Exception {
        HttpResponse<String> page = get("/gallery");
        for (String kind : new String[] {"css", "js", "svg"}) {
            var found = Pattern.compile("\"(/assets/[0-9a-f]{16}/concordat\\." + kind + ")\"")
                    .matcher(page.body());
            assertThat(found.find()).as(kind).isTrue();
            HttpResponse<String> asset = get(found.group(1));
            assertThat(asset.statusCode()).isEqualTo(200);
            assertThat(asset.headers().firstValue("Cache-Control")).hasValue("max-age=31536000, public, immutable");
            assertThat(asset.body()).doesNotContain("GDS Transport", "@font-face", "crest.svg", "sourceMappingURL");
        }
        assertThat(get("/assets/0000000000000000/concordat.css").statusCode()).isEqualTo(404);
        assertThat(get("/webjars/govuk-frontend/5.14.0/dist/govuk/govuk-frontend.min.css")
                        .statusCode())
                .isEqualTo(404);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/trouble/fault", "/trouble/template", "/api/trouble/fault", "/trouble/fault?as=broken"})
    void thePageOfAFaultTellsNothingOfWhatHappenedInside(String path) throws Exception {
        HttpResponse<String> answer = get(path);
        assertThat(answer.statusCode()).isEqualTo(500);
        assertThat(answer.body())
                .contains("SERVER-FAULT")
                .containsPattern("[A-Z2-9]{4}-[A-Z2-9]{4}")
                .doesNotContain("secret", "Exception", "org.concordat", "nobody.knows");
    }

    @Test
    void theApiAnswersTroubleWithProblemDetails() throws Exception {
        HttpResponse<String> refused = get("/api/trouble/refused");
        assertThat(refused.statusCode()).isEqualTo(403);
        assertThat(refused.headers().firstValue("Content-Type")).hasValue("application/problem+json");
        assertThat(refused.body())
                .contains(
                        "\"code\":\"ROLE-NOT-ALLOWED\"",
                        "Your role cannot open SC-1.",
                        "\"status\":403",
                        "\"reference\":");
        HttpResponse<String> nowhere = get("/api/nowhere");
        assertThat(nowhere.statusCode()).isEqualTo(404);
        assertThat(nowhere.body()).contains("PAGE-NOT-FOUND");
    }

    @ParameterizedTest
    @ValueSource(ints = {400, 401, 403, 404, 405, 409, 413, 415, 422, 429, 500, 501, 503})
    void everyStatusOfTroubleHasAPage(int status) throws Exception {
        HttpResponse<String> answer = get("/trouble/" + status);
        assertThat(answer.statusCode()).isEqualTo(status);
        assertThat(answer.body()).contains("<h1", "If you report this").doesNotContain("??");
    }

    @Test
    void otherTroubleComesOutAsItsStatus() throws Exception {
        assertThat(get("/trouble/edited").statusCode()).isEqualTo(409);
        assertThat(get("/lists?sort=secret").statusCode()).isEqualTo(400);
        assertThat(get("/lists?size=101").statusCode()).isEqualTo(400);
        HttpResponse<String> wrongMethod = HttpClient.newHttpClient()
                .send(
                        HttpRequest.newBuilder(URI.create(address + "/things"))
                                .DELETE()
                                .build(),
                        HttpResponse.BodyHandlers.ofString());
        assertThat(wrongMethod.statusCode()).isEqualTo(405);
        assertThat(wrongMethod.headers().firstValue("Allow")).hasValue("GET");
    }

    @Test
    void aListComesAsCsv() throws Exception {
        HttpResponse<String> csv = get("/lists?as=csv&name=number%20230");
        assertThat(csv.body()).isEqualTo("\uFEFFname,people\r\nPlace number 230,8510\r\n");
        assertThat(csv.headers().firstValue("Content-Disposition").orElse("")).contains("places.csv");
    }

    private static HttpResponse<String> get(String path) throws IOException, InterruptedException {
        return HttpClient.newHttpClient()
                .send(HttpRequest.newBuilder(URI.create(address + path)).build(), HttpResponse.BodyHandlers.ofString());
    }
}
