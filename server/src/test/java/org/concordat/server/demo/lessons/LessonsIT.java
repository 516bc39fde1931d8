package org.concordat.server.demo.lessons;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.concordat.server.browser.Browser;
import org.concordat.server.browser.Visit;
import org.concordat.server.demo.Tideford;
import org.concordat.server.demo.TownAtWork;
import org.concordat.server.foundation.acting.Role;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every lesson, from its beginning to the page that one prints, in a town of their own. */
final class LessonsIT {

    private static String server;

    @BeforeAll
    static void starts() {
        server = TownAtWork.address("");
    }

    static Stream<Lesson> lessons() {
        return AllLessons.all().stream();
    }

    @Test
    void thereIsOneForEachRoleThatTheWorkNeeds() {
        assertThat(AllLessons.all())
                .extracting(Lesson::role)
                .containsExactlyInAnyOrder(Stream.of(Role.values())
                        .filter(role -> role != Role.ORGANISATION_ADMINISTRATOR && role != Role.LAY_ASSESSOR)
                        .toArray(Role[]::new));
    }

    @ParameterizedTest
    @MethodSource("lessons")
    void isTakenToItsEndThroughItsOwnPages(Lesson lesson) throws Exception {
        Visitor learner = begun(lesson, "Ann Example");
        for (Step step : lesson.steps()) {
            learner.open(lesson.address());
            assertThat(learner.found("<section id=\"" + step.word() + "\".*?(govuk-tag--gr[a-z]+)"))
                    .as("%s is not done before it is done, but for the role that was chosen", step.word())
                    .containsExactly(step.word().equals("hat") ? "govuk-tag--green" : "govuk-tag--grey");
            String address = TownAtWork.get(Attempts.class)
                    .of(TownAtWork.get(Attempts.class).person(lesson).id())
                    .orElseThrow()
                    .attempt()
                    .address(step);
            learner.open(address);
            switch (step) {
                case Step.Doing doing -> {
                    if (doing.word().equals("proof")) {
                        TownAtWork.settle();
                    }
                    Deeds.doIt(lesson, doing, address, learner);
                }
                case Step.Reading reading -> answer(learner, lesson, reading);
            }
        }
        learner.open(lesson.address());
        assertThat(learner.text()).contains("You have finished this lesson");
        learner.open(learner.found("href=\"(/lessons/finished/[0-9a-f-]+)\"").getFirst());
        assertThat(learner.text()).contains("Ann Example", "Lesson finished");
        learner.send(lesson.address(), lesson.address() + "/put-away", Map.of());
        assertThat(learner.open("/account").body()).doesNotContain("Show the lesson");
    }

    private static void answer(Visitor learner, Lesson lesson, Step.Reading step)
            throws IOException, InterruptedException {
        String action = lesson.address() + "/steps/" + step.word();
        String field = "answer-" + step.word();
        String wrong = step.right().equals("a") ? "b" : "a";
        assertThat(learner.post(lesson.address(), action, Map.of(field, wrong)).statusCode())
                .isEqualTo(422);
        assertThat(learner.text()).contains("That is not it");
        learner.send(lesson.address(), action, Map.of(field, step.right()));
        assertThat(learner.text()).contains("That is right");
    }

    private static Visitor begun(Lesson lesson, String name) throws IOException, InterruptedException {
        var stranger = new Visitor(server);
        stranger.send(lesson.address(), lesson.address() + "/begin", Map.of("learner", name));
        assertThat(stranger.text()).contains(lesson.email(), Tideford.PASSWORD).doesNotContain(name);
        String role = stranger.found("Role, if you are asked</dt>\\s*<dd[^>]*>([^<]+)<")
                .getFirst();
        return Visitor.signedIn(server, lesson.email(), role);
    }

    @Test
    void everyPageSaysThatItIsPractice() throws Exception {
        var anybody = new Visitor(server);
        for (String page : List.of("/sign-in", "/lessons", "/register", "/about")) {
            assertThat(anybody.open(page).body())
                    .contains("<title>Practice: ", "Practice: nothing here is real.", "concordat-practising");
        }
        assertThat(anybody.get("/lessons/no-such-lesson").statusCode()).isEqualTo(404);
        assertThat(anybody.body()).contains("Practice: nothing here is real.");
        assertThat(anybody.cookieNames()).containsOnly("PRACTICE");
        assertThat(anybody.open("/record").text()).contains("practice.localhost");
        assertThat(TownAtWork.FOLDER.resolve("practice.txt")).exists();
    }

    @Test
    void theBandShowsTheNextStepOnEveryPage() throws Exception {
        Lesson lesson = AllLessons.of("practitioner").orElseThrow();
        Visitor learner = begun(lesson, "Ann Example");
        assertThat(learner.open("/agreements").body()).contains("Step 1 of 7:", "#can\"");
        answer(learner, lesson, (Step.Reading) lesson.steps().getFirst());
        assertThat(learner.open("/agreements").body()).contains("Step 2 of 7:", "#ask\"");
        assertThat(new Visitor(server).open("/register").body()).doesNotContain("Step 2 of 7");
    }

    @Test
    void whoeverLooksAfterOthersSeesWhoFinishedAndNobodyElseDoes() throws Exception {
        Lesson lesson = AllLessons.of("elected-member").orElseThrow();
        isTakenToItsEndThroughItsOwnPages(lesson);
        Visitor administrator = Visitor.signedIn(server, "amara.bell@council.example", "Organisation administrator");
        administrator.open("/lessons/finished");
        assertThat(administrator.text()).contains("Ann Example", "Answering to the public");
        administrator.open("/lessons/finished.csv");
        assertThat(administrator.body())
                .contains("Name,Lesson,Code,Finished on", "Ann Example,")
                .contains("elected-member");
        String paper = administrator
                .open("/lessons/finished")
                .found("href=\"(/lessons/finished/[0-9a-f-]{36})\"")
                .getFirst();
        Visitor other = Visitor.signedIn(server, "hannah.frost@council.example", "");
        assertThat(other.get("/lessons/finished").statusCode()).isEqualTo(403);
        assertThat(other.get("/lessons/finished.csv").statusCode()).isEqualTo(403);
        assertThat(other.get(paper).statusCode()).isEqualTo(404);
        assertThat(other.post("/lessons", lesson.address() + "/put-away", Map.of())
                        .statusCode())
                .isEqualTo(403);
    }

    @Test
    void beginsAnewWithThingsThatNobodyHasTouched() throws Exception {
        Lesson lesson = AllLessons.of("executive-signatory").orElseThrow();
        isTakenToItsEndThroughItsOwnPages(lesson);
        isTakenToItsEndThroughItsOwnPages(lesson);
    }

    @Test
    void isForEveryEyeAndEveryScreen() throws Exception {
        try (Browser browser = Browser.startOrSkip("the pages of lessons")) {
            Lesson lesson = AllLessons.of("practitioner").orElseThrow();
            begun(lesson, "Ann Example");
            for (int width : new int[] {Browser.WIDE, Browser.NARROW}) {
                try (Visit visit = browser.visit(width)) {
                    visit.open(server + "/lessons");
                    visit.check().walk();
                    visit.picture("lessons");
                    visit.open(server + lesson.address());
                    visit.check();
                    visit.picture("lesson-to-sign-in");
                    visit.open(server + "/sign-in");
                    visit.check();
                    visit.picture("practice-sign-in");
                    visit.page().locator("#email").fill(lesson.email());
                    visit.page().locator("#password").fill(Tideford.PASSWORD);
                    visit.page()
                            .locator("main form button[type=submit]")
                            .first()
                            .click();
                    visit.check();
                    visit.picture("practice-home");
                    visit.open(server + lesson.address());
                    visit.check().walk();
                    visit.picture("lesson");
                    visit.page().locator("#can form button").click();
                    assertThat(visit.page().locator(".govuk-error-summary").isVisible())
                            .isTrue();
                    visit.check();
                }
            }
        }
    }
}
