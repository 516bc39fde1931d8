package org.concordat.server.decisions;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayInputStream;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import org.concordat.policy.agreements.AgreementFolder.Source;
import org.concordat.policy.decide.Request;
import org.concordat.policy.decide.Request.Ground;
import org.concordat.policy.decide.RequestFile;
import org.concordat.policy.reading.Problem;
import org.concordat.policy.reading.Problems;
import tools.jackson.databind.json.JsonMapper;

/**
 * A request as text: the fields of a request file, as JSON. What the command {@code check} takes as a file, the database keeps and the
 * API is asked in, so that one checked reader serves all three.
 */
final class RequestText {

    private static final JsonMapper JSON = JsonMapper.shared();

    private RequestText() {}

    /** What came of reading. */
    sealed interface Reading {
        /** It is a request; the day is today's where the text gives none. */
        record Read(Request request) implements Reading {}

        /** It is none, and why. */
        record Unreadable(List<Problem> problems) implements Reading {}
    }

    /**
     * Reads the fields of a request.
     *
     * @param name what problems call it
     * @param fields texts, lists and maps of these; the one called {@code request} comes first
     */
    static Reading read(String name, Map<String, Object> fields, java.time.LocalDate today) {
        var problems = new Problems();
        byte[] text = JSON.writeValueAsString(fields).getBytes(UTF_8);
        Optional<RequestFile> file = RequestFile.read(new Source(name, new ByteArrayInputStream(text)), problems);
        return file.<Reading>map(read -> new Reading.Read(read.on(read.day().orElse(today))))
                .orElseGet(() -> new Reading.Unreadable(problems.inOrder()));
    }

    /** Reads back what {@link #write} wrote, as asked for that day. */
    static Request readBack(String text, java.time.LocalDate day) {
        var problems = new Problems();
        return RequestFile.read(new Source("a kept request", new ByteArrayInputStream(text.getBytes(UTF_8))), problems)
                .orElseThrow(() -> new IllegalStateException("a kept request cannot be read back: "
                        + problems.inOrder().stream().map(Problem::code).toList()))
                .on(day);
    }

    /**
     * The text of a request.
     *
     * @param harmReason what stands for the reason of serious harm: its salted hash
     */
    static String write(String id, Request request, String harmReason) {
        var fields = new LinkedHashMap<String, Object>();
        fields.put("request", id);
        fields.put("from", side(request.sender()));
        fields.put("to", side(request.recipient()));
        fields.put("role", request.role());
        fields.put("dataset", request.dataset());
        fields.put("fields", new TreeSet<>(request.fields()).stream().toList());
        fields.put("purpose", request.purpose());
        fields.put("form", request.form().word());
        fields.put(
                "subjects",
                switch (request.subjects()) {
                    case ONE -> "one";
                    case MANY -> "many";
                });
        fields.put("significant-decision", yesNo(request.significantDecision()));
        fields.put("identifying-again", yesNo(request.identifyingAgain()));
        fields.put("on", request.on().toString());
        fields.put("rests-on", ground(request.ground()));
        switch (request.ground()) {
            case Ground.UnderAgreement under ->
                under.schedule().ifPresent(schedule -> fields.put("schedule", schedule));
            case Ground.Single single -> fields.put("law", law(single.law()));
            case Ground.Reuse reuse -> fields.put("law", law(reuse.law()));
            case Ground.SeriousHarm harm ->
                fields.put("serious-harm", Map.of("life-and-death", yesNo(harm.lifeAndDeath()), "reason", harmReason));
        }
        return JSON.writeValueAsString(fields);
    }

    /** The ground as files spell it. */
    static String ground(Ground ground) {
        return switch (ground) {
            case Ground.UnderAgreement _ -> "agreement";
            case Ground.Single _ -> "single-disclosure";
            case Ground.Reuse _ -> "reuse";
            case Ground.SeriousHarm _ -> "serious-harm";
        };
    }

    private static Map<String, Object> side(Request.Side side) {
        var fields = new LinkedHashMap<String, Object>();
        fields.put("organisation", side.organisation());
        side.team().ifPresent(team -> fields.put("team", team));
        return fields;
    }

    private static Map<String, Object> law(Request.Law law) {
        var fields = new LinkedHashMap<String, Object>();
        fields.put("row", law.row());
        fields.put("basis", law.basis().word());
        law.condition().ifPresent(condition -> fields.put("condition", condition.word()));
        law.paragraph().ifPresent(paragraph -> fields.put("paragraph", paragraph));
        law.criminalParagraph().ifPresent(paragraph -> fields.put("criminal-paragraph", paragraph));
        if (law.hasPolicyDocument()) {
            fields.put("policy-document", "kept by the sender");
        }
        fields.put("confidentiality", law.confidentiality().word());
        law.exemption().ifPresent(row -> fields.put("exemption", row));
        law.recipient().ifPresent(own -> fields.put("recipient-basis", recipientBasis(own)));
        return fields;
    }

    private static Map<String, Object> recipientBasis(Request.RecipientBasis own) {
        var fields = new LinkedHashMap<String, Object>();
        fields.put("basis", own.basis().word());
        own.condition().ifPresent(condition -> fields.put("condition", condition.word()));
        own.paragraph().ifPresent(paragraph -> fields.put("paragraph", paragraph));
        own.criminalParagraph().ifPresent(paragraph -> fields.put("criminal-paragraph", paragraph));
        if (own.hasPolicyDocument()) {
            fields.put("policy-document", "kept by the recipient");
        }
        return fields;
    }

    private static String yesNo(boolean truth) {
        return truth ? "yes" : "no";
    }
}
