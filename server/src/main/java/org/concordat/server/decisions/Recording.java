package org.concordat.server.decisions;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;
import org.concordat.ledger.entries.EntryKind;
import org.concordat.ledger.entries.SaltedHash;
import org.concordat.policy.decide.Decision;
import org.concordat.policy.decide.Request;
import org.concordat.policy.decide.Request.Ground;
import org.concordat.policy.decide.Rule;
import org.concordat.policy.law.LawPack;
import org.concordat.server.auditlog.AuditEvent;
import org.concordat.server.auditlog.AuditLog;
import org.concordat.server.decisions.facts.GatheredFacts;
import org.concordat.server.decisions.facts.Matter;
import org.concordat.server.decisions.facts.SubjectReference;
import org.concordat.server.decisions.internal.DecisionRow;
import org.concordat.server.decisions.internal.DecisionRow.By;
import org.concordat.server.decisions.internal.DecisionRow.Salts;
import org.concordat.server.decisions.internal.DecisionRow.Words;
import org.concordat.server.decisions.internal.DecisionRows;
import org.concordat.server.decisions.internal.DecisionRows.Awaited;
import org.concordat.server.decisions.internal.DecisionRows.Kept;
import org.concordat.server.foundation.acting.Actor;
import org.concordat.server.foundation.acting.Role;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/**
 * Keeps decisions: the row, its words apart, its event and what the ledger holds of it, all in the caller's transaction. The ledger
 * gets codes, fingerprints and salted hashes; the texts and salts that open them stay here.
 */
@Component
final class Recording {

    static final Duration USABLE_FOR = Duration.ofDays(1);

    private static final JsonMapper JSON = JsonMapper.shared();

    private final DecisionRows rows;
    private final AuditLog audit;
    private final LawPack law;
    private final SubjectHashes subjects;
    private final SecureRandom random = new SecureRandom();

    Recording(DecisionRows rows, AuditLog audit, LawPack law, SubjectHashes subjects) {
        this.rows = rows;
        this.audit = audit;
        this.law = law;
        this.subjects = subjects;
    }

    /** A question with its answer, to be kept. */
    record Answered(Question question, GatheredFacts facts, Decision decision) {}

    /** Keeps all, in their order. */
    List<Decided> keep(List<Answered> all, Actor actor, Instant at) {
        var kept = new ArrayList<Kept>();
        var awaited = new ArrayList<Awaited>();
        var decided = new ArrayList<Decided>();
        for (Answered each : all) {
            Kept row = row(each, actor, at);
            kept.add(row);
            if (each.decision() instanceof Decision.NeedsFacts needs) {
                needs.needs().stream()
                        .flatMap(need -> need.fact().stream())
                        .distinct()
                        .forEach(fact -> awaited.add(new Awaited(row.row(), fact.word())));
            }
            decided.add(new Decided(
                    row.row().id(),
                    row.row().matter(),
                    at,
                    row.row().expires(),
                    each.decision(),
                    row.row().event()));
        }
        rows.keep(kept);
        rows.keepAwaited(awaited);
        return decided;
    }

    private Kept row(Answered answered, Actor actor, Instant at) {
        UUID id = UUID.randomUUID();
        Request request = answered.question().request();
        Decision decision = answered.decision();
        Optional<String> reason = request.ground() instanceof Ground.SeriousHarm harm
                ? Optional.of(harm.reason()).filter(text -> !text.isBlank())
                : Optional.empty();
        Optional<byte[]> reasonSalt = reason.map(_ -> salt());
        String harmReason = reason.flatMap(text -> reasonSalt.map(salt -> SaltedHash.of(salt, text.getBytes(UTF_8))))
                .orElse("none");
        String requestText = RequestText.write("D-" + id, request, harmReason);
        String factsText = JSON.writeValueAsString(facts(answered.facts()));
        Explanation explanation = Explanation.of(decision, law);
        String answerText = JSON.writeValueAsString(explanation);
        var salts = new Salts(salt(), salt(), salt());
        AuditEvent event = AuditEvent.of(DecisionsAudit.DECIDED)
                .about("decision", id.toString())
                .concerning(request.sender().organisation())
                .concerning(request.recipient().organisation())
                .with("outcome", explanation.outcome())
                .with("ground", RequestText.ground(request.ground()))
                .inLedger(
                        EntryKind.DECISION,
                        entry(
                                id,
                                answered,
                                explanation,
                                actor,
                                at,
                                Map.of(
                                        "request", SaltedHash.of(salts.request(), requestText.getBytes(UTF_8)),
                                        "facts", SaltedHash.of(salts.facts(), factsText.getBytes(UTF_8)),
                                        "reasons", SaltedHash.of(salts.answer(), answerText.getBytes(UTF_8)))));
        UUID recorded = audit.record(event);
        var row = new DecisionRow(
                id,
                answered.question().matter().map(Matter::id).orElse(id),
                at,
                request.on(),
                at.plus(USABLE_FOR),
                explanation.outcome(),
                RequestText.ground(request.ground()),
                request.sender().organisation(),
                request.recipient().organisation(),
                request.dataset(),
                request.purpose(),
                request.form().word(),
                schedule(decision, request),
                requestText,
                factsText,
                answerText,
                salts,
                law.id(),
                decision.basis().folder(),
                by(actor),
                answered.question().matter().map(Matter::askedBy).orElseGet(actor::who),
                practises(actor),
                recorded);
        return new Kept(row, new Words(answered.question().subject().map(SubjectReference::text), reason, reasonSalt));
    }

    private Map<String, Object> entry(
            UUID id, Answered answered, Explanation explanation, Actor actor, Instant at, Map<String, String> hashes) {
        Request request = answered.question().request();
        Decision decision = answered.decision();
        var fields = new TreeMap<String, Object>(hashes);
        fields.put("decision", id.toString());
        fields.put(
                "outcome",
                explanation.outcome().toUpperCase(java.util.Locale.ROOT).replace('-', '_'));
        fields.put("day", request.on().toString());
        fields.put(
                "rules", Explanation.against(decision).stream().map(Rule::code).toList());
        fields.put("sender", request.sender().organisation());
        fields.put("recipient", request.recipient().organisation());
        fields.put("purpose", request.purpose());
        fields.put("form", request.form().name());
        fields.put("pack", law.id());
        fields.put("packFingerprint", "sha256:" + law.fingerprint());
        fields.put("folderFingerprint", "sha256:" + decision.basis().folder());
        var agreements = new TreeMap<String, String>();
        explanation.versions().agreements().forEach((agreement, print) -> agreements.put(agreement, "sha256:" + print));
        if (!agreements.isEmpty()) {
            fields.put("agreements", agreements);
        }
        fields.put("verifications", decision.basis().verifications());
        if (decision instanceof Decision.Permitted permitted) {
            fields.put(
                    "duties",
                    permitted.duties().stream()
                            .map(duty -> Explanation.name(duty.getClass()).toUpperCase(java.util.Locale.ROOT))
                            .collect(Collectors.toCollection(TreeSet::new))
                            .stream()
                            .toList());
        }
        fields.put("emergency", request.ground() instanceof Ground.SeriousHarm);
        staff(actor).ifPresent(staff -> fields.put("staff", staff));
        subject(answered.question(), at).ifPresent(subject -> fields.put("subject", subject));
        return fields;
    }

    /** The lowest tier that was looked at. */
    private static Optional<String> schedule(Decision decision, Request request) {
        return request.ground() instanceof Ground.UnderAgreement
                ? decision.basis().agreements().stream().findFirst().map(each -> each.substring(0, each.indexOf(' ')))
                : Optional.empty();
    }

    /** The question's subject as the ledger has it. */
    Optional<String> subject(Question question, Instant at) {
        return question.subject()
                .map(subject -> subjects.of(
                        question.request().sender().organisation(),
                        WorkingDays.day(at).getYear(),
                        subject));
    }

    /** Whoever acts, as the ledger has staff. */
    static Optional<String> staff(Actor actor) {
        return actor.who().map(person -> "staff:" + person.toString().replace("-", ""));
    }

    static By by(Actor actor) {
        return new By(
                actor.who(),
                actor instanceof Actor.Client client ? Optional.of(client.client()) : Optional.empty(),
                actor.actsFor(),
                actor.inWhichRole().map(Role::word));
    }

    static boolean practises(Actor actor) {
        return actor instanceof Actor.InRole inRole && inRole.practice();
    }

    /** 32 bytes drawn at random. */
    byte[] salt() {
        byte[] salt = new byte[SaltedHash.SALT_BYTES];
        random.nextBytes(salt);
        return salt;
    }

    private static List<Map<String, Object>> facts(GatheredFacts facts) {
        var believed = facts.answers();
        return facts.said().entrySet().stream()
                .map(each -> {
                    var line = new LinkedHashMap<String, Object>();
                    line.put("fact", each.getKey().word());
                    line.put(
                            "answer",
                            java.util.Objects.requireNonNull(believed.get(each.getKey()))
                                    .word());
                    line.put(
                            "said",
                            each.getValue().stream()
                                    .map(said -> {
                                        var one = new LinkedHashMap<String, Object>();
                                        one.put("by", said.by());
                                        one.put("answer", said.answer().word());
                                        said.on().ifPresent(day -> one.put("on", day.toString()));
                                        return one;
                                    })
                                    .toList());
                    return (Map<String, Object>) line;
                })
                .toList();
    }
}
