package org.concordat.server.decisions;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.authentication;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import java.util.Map;
import java.util.regex.Pattern;
import org.concordat.policy.words.Answer;
import org.concordat.policy.words.FactName;
import org.concordat.server.ConcordatServer;
import org.concordat.server.TestDatabase;
import org.concordat.server.decisions.facts.FactSource;
import org.concordat.server.foundation.access.PersonAuthentication;
import org.concordat.server.foundation.acting.Role;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.context.annotation.Import;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;

/** Decisions as people see them: asking, answering what is missing, single disclosures, emergencies. */
@SpringBootTest(classes = ConcordatServer.class)
@AutoConfigureMockMvc
@Import(AtTheDoors.class)
final class DecisionPagesIT {

    private static final TestDatabase DATABASE = TestDatabase.migrated();
    private static final Pattern VERSION = Pattern.compile("name=\"version\" value=\"(\\d+)\"");

    private final MockMvc mvc;
    private final DecisionsAtWork.Known known;
    private final PersonAuthentication officer = AtTheDoors.signedIn("council", Role.INFORMATION_GOVERNANCE_OFFICER);
    private final PersonAuthentication clerk = AtTheDoors.signedIn("council", Role.INFORMATION_SHARING_OFFICER);
    private final PersonAuthentication chief = AtTheDoors.signedIn("council", Role.EXECUTIVE_SIGNATORY);

    @Autowired
    DecisionPagesIT(MockMvc mvc, FactSource known) {
        this.mvc = mvc;
        this.known = (DecisionsAtWork.Known) known;
    }

    @DynamicPropertySource
    static void settings(DynamicPropertyRegistry settings) {
        AtTheDoors.settings(settings, DATABASE, "decisions-pages-data");
    }

    @BeforeEach
    void tidy() {
        known.set(Map.of());
    }

    private String page(PersonAuthentication who, String address) throws Exception {
        MockHttpServletResponse response =
                mvc.perform(get(address).with(authentication(who))).andReturn().getResponse();
        assertThat(response.getStatus()).as(address).isEqualTo(200);
        String page = response.getContentAsString();
        assertThat(page).as("every message of %s is there", address).doesNotContain("??");
        return page;
    }

    private MockHttpServletResponse sent(PersonAuthentication who, String address, Map<String, String> fields)
            throws Exception {
        MockHttpServletRequestBuilder request =
                post(address).with(authentication(who)).with(csrf());
        fields.forEach((name, value) -> request.param(name, value.split("\\|")));
        return mvc.perform(request).andReturn().getResponse();
    }

    private String done(PersonAuthentication who, String address, Map<String, String> fields) throws Exception {
        MockHttpServletResponse response = sent(who, address, fields);
        assertThat(response.getStatus()).as(response.getContentAsString()).isEqualTo(302);
        return java.util.Objects.requireNonNull(response.getRedirectedUrl());
    }

    private String step(PersonAuthentication who, String address, String step, Map<String, String> fields)
            throws Exception {
        var version = VERSION.matcher(page(who, address));
        assertThat(version.find()).as("%s is offered", step).isTrue();
        var all = new java.util.HashMap<>(fields);
        all.put("version", version.group(1));
        return done(who, address + "/" + step, all);
    }

    @Test
    void aSingleDisclosureGoesFromTheRequestToTheReplyThroughPagesAlone() throws Exception {
        page(clerk, "/decisions/disclosures/new");
        page(clerk, "/decisions/disclosures/new?dataset=tenancy-records");
        String address = done(
                clerk,
                "/decisions/disclosures/new",
                Map.ofEntries(
                        Map.entry("dataset", "tenancy-records"),
                        Map.entry("recipient", "police"),
                        Map.entry("requester", "DC 4711"),
                        Map.entry("reference", "CR-118"),
                        Map.entry("role", "investigator"),
                        Map.entry("on-day", "1"),
                        Map.entry("on-month", "6"),
                        Map.entry("on-year", "2026"),
                        Map.entry("due-day", "15"),
                        Map.entry("due-month", "6"),
                        Map.entry("due-year", "2026"),
                        Map.entry("subject", "T-1042"),
                        Map.entry("why", "A burglary."),
                        Map.entry("asked", "Who rents the flat?"),
                        Map.entry("fields", "name|address"),
                        Map.entry("purpose", "crime-enquiry"),
                        Map.entry("power", "localism-2011-s1"),
                        Map.entry("basis", "PUBLIC_TASK"),
                        Map.entry("confidence", "NOT_CONFIDENTIAL"),
                        Map.entry("exemption", "dpa-2018-sch2-2")));
        var answers = new java.util.HashMap<String, String>();
        Town.facts(AtTheDoors.D7, "02-police-request-verified")
                .forEach((fact, answer) -> answers.put("fact-" + fact.word(), answer.word()));
        answers.put("testNote", "Form and warrant card seen.");
        step(officer, address, "test", answers);
        step(chief, address, "sign-off", Map.of("agreed", "yes", "signNote", "Read it all."));
        assertThat(page(clerk, address)).contains("May be sent");
        assertThat(page(clerk, address + "/letter")).contains("DC 4711");
        step(clerk, address, "reply", Map.of("replyNote", "Two pages."));
        assertThat(page(officer, address)).contains("Sent");
        assertThat(page(chief, "/decisions/disclosures")).contains("SD-");
    }

    @Test
    void aQuestionThatLacksAnAnswerWaitsForWhoeverCanGiveIt() throws Exception {
        var facts = new java.util.EnumMap<FactName, Answer>(Town.facts(AtTheDoors.D7, "19-emergency"));
        known.set(facts);
        assertThat(page(clerk, "/decisions")).contains("Somebody is in danger");
        assertThat(page(clerk, "/decisions/new?restsOn=serious-harm")).contains("need not wait for an agreement");
        assertThat(page(clerk, "/decisions/new?dataset=tenancy-records&restsOn=serious-harm"))
                .containsPattern("value=\"serious-harm\"[^>]*checked");
        String address = done(clerk, "/decisions/new", asked("serious-harm"));
        String shown = page(clerk, address);
        assertThat(shown).contains("It may be shared").contains("serious harm");
        page(officer, "/decisions/questions");
        assertThat(page(officer, address)).contains("Save the review");
        assertThat(page(clerk, address)).doesNotContain("Save the review");
        done(officer, address + "/review", Map.of("upheld", "yes", "note", "Rightly so."));
        assertThat(page(officer, address)).contains("it was right to share");
        assertThat(page(officer, "/decisions")).contains("Permitted");
        done(clerk, address + "/again", Map.of());
        assertThat(page(clerk, address))
                .contains("Record that it is shared now")
                .contains("within 1 working day.");
        done(clerk, address + "/use", Map.of());
        assertThat(page(clerk, address))
                .contains("It was used. It cannot be used again.")
                .doesNotContain("Record that it is shared now");
    }

    @Test
    void keepsWhatWasTypedAndSaysWhatIsMissing() throws Exception {
        var fields = new java.util.HashMap<>(asked("serious-harm"));
        fields.remove("reason");
        MockHttpServletResponse response = sent(clerk, "/decisions/new", fields);
        assertThat(response.getStatus()).isEqualTo(422);
        assertThat(response.getContentAsString())
                .contains("Write down why there is a danger")
                .contains("T-1042");
    }

    @Test
    void everyRuleHasItsPage() throws Exception {
        for (var rule : org.concordat.policy.decide.Rule.values()) {
            assertThat(page(clerk, "/decisions/rules/" + rule.code())).contains("What it asks");
        }
        page(officer, "/decisions/statements/new");
    }

    private static Map<String, String> asked(String ground) {
        return Map.of(
                "dataset",
                "tenancy-records",
                "recipient",
                "police",
                "role",
                "investigator",
                "fields",
                "name|address",
                "purpose",
                "crime-enquiry",
                "leaves",
                "IDENTIFIED",
                "subjects",
                "one",
                "subject",
                "T-1042",
                "restsOn",
                ground,
                "reason",
                "Said they would end their life today.");
    }
}
