package org.concordat.server.decisions.web;

import static org.concordat.server.foundation.acting.Role.ANALYST;
import static org.concordat.server.foundation.acting.Role.CASE_COORDINATOR;
import static org.concordat.server.foundation.acting.Role.DATA_STEWARD;
import static org.concordat.server.foundation.acting.Role.INFORMATION_GOVERNANCE_OFFICER;
import static org.concordat.server.foundation.acting.Role.INFORMATION_SHARING_OFFICER;
import static org.concordat.server.foundation.acting.Role.PRACTITIONER;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.ExampleObject;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.concordat.policy.reading.Problem;
import org.concordat.server.decisions.DecisionRegister;
import org.concordat.server.decisions.Decisions;
import org.concordat.server.decisions.Question;
import org.concordat.server.decisions.QuestionReader;
import org.concordat.server.decisions.SystemCalls;
import org.concordat.server.decisions.Use;
import org.concordat.server.foundation.Refusal;
import org.concordat.server.foundation.access.OpenTo;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RestController;

/** May this be shared? For other systems: asked in JSON, answered with reasons. */
@RestController
@Tag(name = "Decisions", description = "Ask whether something may be shared, and use the answer once.")
class DecisionsApi {

    static final int MOST_QUESTIONS = 50;
    static final int LONGEST_BYTES = 256 * 1024;

    private final SystemCalls calls;
    private final Decisions decisions;
    private final DecisionRegister register;
    private final QuestionReader reader;

    DecisionsApi(SystemCalls calls, Decisions decisions, DecisionRegister register, QuestionReader reader) {
        this.calls = calls;
        this.decisions = decisions;
        this.register = register;
        this.reader = reader;
    }

    /** The answers, in the order of the questions. */
    record Answers(List<Answer> decisions) {}

    @PostMapping(
            path = "/api/decisions",
            consumes = MediaType.APPLICATION_JSON_VALUE,
            produces = MediaType.APPLICATION_JSON_VALUE)
    @OpenTo(
            clients = {
                PRACTITIONER,
                CASE_COORDINATOR,
                ANALYST,
                DATA_STEWARD,
                INFORMATION_SHARING_OFFICER,
                INFORMATION_GOVERNANCE_OFFICER
            })
    @Operation(
            summary = "May this be shared?",
            description =
                    "Asks up to 50 questions at once; all are decided and kept, or none. Your organisation must be the sender"
                            + " or recipient of each. Facts come from Concordat, never from you. A permission can be used once,"
                            + " within a day.",
            requestBody =
                    @io.swagger.v3.oas.annotations.parameters.RequestBody(
                            required = true,
                            content =
                                    @Content(
                                            schema = @Schema(implementation = QuestionsSchema.class),
                                            examples = @ExampleObject(ApiExamples.QUESTIONS))))
    @ApiResponse(
            responseCode = "200",
            description = "Decided, whatever the answers.",
            content =
                    @Content(
                            schema = @Schema(implementation = Answers.class),
                            examples = @ExampleObject(ApiExamples.ANSWERS)))
    @ApiResponse(
            responseCode = "422",
            description = "A question cannot be read, or names what is not known here.",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_PROBLEM_JSON_VALUE,
                            schema = @Schema(implementation = ProblemDetail.class)))
    ResponseEntity<?> decide(
            HttpServletRequest request,
            @Parameter(
                            description =
                                    "Up to 64 letters, digits, - and _, new for each call. The same call under the same key"
                                            + " is decided once.")
                    @RequestHeader(name = "Idempotency-Key", required = false)
                    @Nullable String key)
            throws IOException {
        byte[] body = body(request);
        List<Map<String, Object>> asked = QuestionsJson.read(body, MOST_QUESTIONS);
        var questions = new ArrayList<Question>();
        var problems = new ArrayList<Problem>();
        for (int i = 0; i < asked.size(); i++) {
            switch (reader.read("questions[" + i + "]", asked.get(i))) {
                case QuestionReader.Reading.Read read -> questions.add(read.question());
                case QuestionReader.Reading.Unreadable unreadable -> problems.addAll(unreadable.problems());
            }
        }
        if (!problems.isEmpty()) {
            return unreadable(problems);
        }
        List<UUID> decided = calls.decide(Optional.ofNullable(key), body, questions);
        return ResponseEntity.ok(new Answers(decided.stream().map(this::answer).toList()));
    }

    @GetMapping(path = "/api/decisions/{id}", produces = MediaType.APPLICATION_JSON_VALUE)
    @OpenTo(
            clients = {
                PRACTITIONER,
                CASE_COORDINATOR,
                ANALYST,
                DATA_STEWARD,
                INFORMATION_SHARING_OFFICER,
                INFORMATION_GOVERNANCE_OFFICER
            })
    @Operation(
            summary = "Look a decision up",
            description = "One in which your organisation has part. Looking at it is recorded.")
    @ApiResponse(
            responseCode = "200",
            description = "The decision.",
            content = @Content(schema = @Schema(implementation = Answer.class)))
    @ApiResponse(
            responseCode = "404",
            description = "There is none of that id that concerns your organisation.",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_PROBLEM_JSON_VALUE,
                            schema = @Schema(implementation = ProblemDetail.class)))
    Answer show(@PathVariable UUID id) {
        return register.open(id).map(Answer::of).orElseThrow(DecisionsApi::unknown);
    }

    @PostMapping(path = "/api/decisions/{id}/use", produces = MediaType.APPLICATION_JSON_VALUE)
    @OpenTo(
            clients = {
                PRACTITIONER,
                CASE_COORDINATOR,
                ANALYST,
                DATA_STEWARD,
                INFORMATION_SHARING_OFFICER,
                INFORMATION_GOVERNANCE_OFFICER
            })
    @Operation(
            summary = "Use a permission",
            description =
                    "Just before you share. It is asked again on today's facts, and can be used once. Carry out the duties"
                            + " that come back: they are today's.")
    @ApiResponse(
            responseCode = "200",
            description = "Share now, with these duties.",
            content = @Content(schema = @Schema(implementation = Answer.class)))
    @ApiResponse(
            responseCode = "409",
            description = "It was no permission, was used before, has run out, or would not be permitted today.",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_PROBLEM_JSON_VALUE,
                            schema = @Schema(implementation = ProblemDetail.class)))
    Answer use(@PathVariable UUID id) {
        return switch (decisions.use(id)) {
            case Use.Allowed allowed ->
                answer(allowed.decided().id())
                        .withDuties(decisions.explain(allowed.today()).duties());
            case Use.NotPermitted _ ->
                throw new Refusal(409, "DECISION-NOT-PERMITTED", "decisions.refusal.not-permitted");
            case Use.UsedBefore _ -> throw new Refusal(409, "DECISION-USED", "decisions.refusal.used");
            case Use.Expired _ -> throw new Refusal(409, "DECISION-EXPIRED", "decisions.refusal.expired");
            case Use.NoLonger noLonger ->
                throw new Refusal(
                        409,
                        "DECISION-NO-LONGER",
                        "decisions.refusal.no-longer",
                        noLonger.today().id().toString());
            case Use.Unknown _ -> throw unknown();
        };
    }

    private Answer answer(UUID id) {
        return register.find(id).map(Answer::of).orElseThrow(DecisionsApi::unknown);
    }

    private static Refusal unknown() {
        return new Refusal(404, "DECISION-UNKNOWN", "decisions.refusal.unknown");
    }

    private static byte[] body(HttpServletRequest request) throws IOException {
        byte[] body = request.getInputStream().readNBytes(LONGEST_BYTES + 1);
        if (body.length > LONGEST_BYTES) {
            throw new Refusal(413, "QUESTIONS-TOO-LARGE", "decisions.refusal.too-large");
        }
        return body;
    }

    private static ResponseEntity<ProblemDetail> unreadable(List<Problem> problems) {
        var detail = ProblemDetail.forStatus(HttpStatus.UNPROCESSABLE_CONTENT);
        detail.setType(URI.create("about:blank"));
        detail.setTitle("A question cannot be read");
        detail.setDetail("Nothing was decided. Correct what the problems say, and ask again.");
        detail.setProperty("code", "QUESTION-UNREADABLE");
        detail.setProperty(
                "problems",
                problems.stream()
                        .map(problem -> Map.of(
                                "question", problem.place().file(),
                                "code", problem.code(),
                                "cause", problem.cause(),
                                "remedy", problem.remedy()))
                        .toList());
        return ResponseEntity.status(HttpStatus.UNPROCESSABLE_CONTENT)
                .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                .body(detail);
    }
}
