package org.concordat.server.decisions;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import org.concordat.server.ConcordatServer;
import org.concordat.server.TestDatabase;
import org.concordat.server.decisions.facts.FactSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.context.annotation.Import;
import org.springframework.http.MediaType;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Decisions as other systems get them. */
@SpringBootTest(classes = ConcordatServer.class)
@AutoConfigureMockMvc
@Import(AtTheDoors.class)
final class DecisionsApiIT {

    private static final TestDatabase DATABASE = TestDatabase.migrated();

    private static final String QUESTION = """
            {"from": {"organisation": "council"}, "to": {"organisation": "police"}, "role": "investigator",
             "dataset": "tenancy-records", "fields": ["name", "address", "tenancy-start"], "purpose": "crime-enquiry",
             "form": "identified", "subjects": "one", "significant-decision": false, "identifying-again": false,
             "rests-on": "single-disclosure",
             "law": {"row": "localism-2011-s1", "basis": "public-task", "confidentiality": "not-confidential",
                     "exemption": "dpa-2018-sch2-2"},
             "subject": "T-1042"}
            """;

    private final MockMvc mvc;
    private final DecisionsAtWork.Known known;

    @Autowired
    DecisionsApiIT(MockMvc mvc, FactSource known) {
        this.mvc = mvc;
        this.known = (DecisionsAtWork.Known) known;
    }

    @DynamicPropertySource
    static void settings(DynamicPropertyRegistry settings) {
        AtTheDoors.settings(settings, DATABASE, "decisions-api-data");
    }

    @BeforeEach
    void tidy() {
        known.set(Town.facts(AtTheDoors.D7, "02-police-request-verified"));
    }

    private static String questions(String... questions) {
        return "{\"questions\": [" + String.join(",", questions) + "]}";
    }

    private static MockHttpServletRequestBuilder asking(String organisation, String body) {
        return post("/api/decisions")
                .header("Authorization", "Bearer " + organisation)
                .contentType(MediaType.APPLICATION_JSON)
                .content(body);
    }

    private MockHttpServletResponse answer(MockHttpServletRequestBuilder request) throws Exception {
        return mvc.perform(request).andReturn().getResponse();
    }

    private static JsonNode json(MockHttpServletResponse response) throws Exception {
        return JsonMapper.shared().readTree(response.getContentAsString(UTF_8));
    }

    private JsonNode decided(String... questions) throws Exception {
        MockHttpServletResponse response = answer(asking("council", questions(questions)));
        assertThat(response.getStatus()).as(response.getContentAsString()).isEqualTo(200);
        return json(response).path("decisions");
    }

    @Test
    void answersWithReasonsAndDutiesAndNeverTellsWhoseRecordItIs() throws Exception {
        JsonNode decision = decided(QUESTION).get(0);
        assertThat(decision.path("outcome").asString()).isEqualTo("permitted");
        assertThat(decision.path("steps").size()).isEqualTo(5);
        assertThat(decision.path("duties").findValuesAsString("duty")).contains("do-not-tell-the-person", "log");
        assertThat(decision.toString()).doesNotContain("T-1042");
    }

    @Test
    void decidesSeveralInTheirOrder() throws Exception {
        JsonNode decisions = decided(QUESTION, QUESTION.replace("\"name\", ", "\"bank-account\", "));
        assertThat(decisions.findValuesAsString("outcome"))
                .startsWith("permitted")
                .hasSizeGreaterThan(1);
        assertThat(decisions.get(1).path("outcome").asString()).isEqualTo("refused");
    }

    @Test
    void isClosedToSystemsOfOthersAndToOtherRoles() throws Exception {
        MockHttpServletResponse other = answer(asking("hospital", questions(QUESTION)));
        assertThat(other.getStatus()).isEqualTo(403);
        assertThat(answer(asking("auditing", questions(QUESTION))).getStatus()).isEqualTo(403);
        String id = decided(QUESTION).get(0).path("id").asString();
        assertThat(answer(get("/api/decisions/" + id).header("Authorization", "Bearer police"))
                        .getStatus())
                .isEqualTo(200);
        assertThat(answer(get("/api/decisions/" + id).header("Authorization", "Bearer hospital"))
                        .getStatus())
                .isEqualTo(404);
    }

    @Test
    void isDescribedToAnybodyAndNothingElseIs() throws Exception {
        MockHttpServletResponse response = answer(get("/api/description"));
        assertThat(response.getStatus()).isEqualTo(200);
        JsonNode description = json(response);
        assertThat(description.path("openapi").asString()).startsWith("3.1");
        assertThat(description.path("paths").propertyNames())
                .contains("/api/decisions", "/api/decisions/{id}", "/api/decisions/{id}/use", "/api/token")
                .allMatch(path -> path.startsWith("/api/"));
    }

    @Test
    void usesAPermissionOnce() throws Exception {
        String id = decided(QUESTION).get(0).path("id").asString();
        var use = post("/api/decisions/" + id + "/use").header("Authorization", "Bearer council");
        MockHttpServletResponse used = answer(use);
        assertThat(used.getStatus()).as(used.getContentAsString()).isEqualTo(200);
        MockHttpServletResponse again = answer(use);
        assertThat(again.getStatus()).isEqualTo(409);
        assertThat(json(again).path("code").asString()).isEqualTo("DECISION-USED");
    }

    @Test
    void decidesOnceForOneKey() throws Exception {
        var call = asking("council", questions(QUESTION)).header("Idempotency-Key", "call-1");
        JsonNode first = json(answer(call)).path("decisions").get(0).path("id");
        assertThat(json(answer(call)).path("decisions").get(0).path("id")).isEqualTo(first);
        MockHttpServletResponse other =
                answer(asking("council", questions(QUESTION, QUESTION)).header("Idempotency-Key", "call-1"));
        assertThat(other.getStatus()).isEqualTo(422);
        assertThat(json(other).path("code").asString()).isEqualTo("IDEMPOTENCY-KEY-REUSED");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "[]",
                "{}",
                "{\"questions\": []}",
                "{\"questions\": [null]}",
                "{\"questions\": [{\"from\": null}]}",
                "{\"questions\": [], \"facts\": []}",
                "{\"questions\": [{}], \"questions\": [{}]}",
                "{\"questions\": [{}]} {}",
                "null"
            })
    void refusesWhatIsNoListOfQuestions(String body) throws Exception {
        MockHttpServletResponse response = answer(asking("council", body));
        assertThat(response.getStatus()).isEqualTo(400);
        assertThat(json(response).path("code").asString()).isEqualTo("QUESTIONS-UNREADABLE");
    }

    @Test
    void saysOfEachQuestionWhatIsWrongWithIt() throws Exception {
        MockHttpServletResponse response =
                answer(asking("council", questions(QUESTION, "{\"dataset\": \"x\", \"facts\": \"all well\"}")));
        assertThat(response.getStatus()).isEqualTo(422);
        assertThat(response.getContentType()).startsWith("application/problem+json");
        assertThat(json(response).path("problems").findValuesAsString("question"))
                .contains("questions[1]");
    }

    @Test
    void refusesMoreThanItTakes() throws Exception {
        String[] many = java.util.Collections.nCopies(51, QUESTION).toArray(String[]::new);
        assertThat(answer(asking("council", questions(many))).getStatus()).isEqualTo(422);
        assertThat(answer(asking("council", questions("\"" + "x".repeat(300_000) + "\"")))
                        .getStatus())
                .isEqualTo(413);
    }
}
