package org.concordat.server.auditlog.web;

import static java.nio.charset.StandardCharsets.UTF_8;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Optional;
import org.concordat.ledger.merkle.Hash;
import org.concordat.ledger.notes.SignedCheckpoint;
import org.concordat.ledger.proofs.WitnessRequest;
import org.concordat.server.auditlog.internal.Checkpoints;
import org.concordat.server.auditlog.internal.Checkpoints.Comparison;
import org.concordat.server.auditlog.internal.Checkpoints.Standing;
import org.concordat.server.auditlog.internal.Witnesses;
import org.concordat.server.foundation.Refusal;
import org.concordat.server.foundation.access.OpenTo;
import org.concordat.server.foundation.access.OpenTo.Audience;
import org.concordat.server.foundation.acting.Acting;
import org.concordat.server.foundation.acting.Role;
import org.concordat.server.foundation.forms.Form;
import org.concordat.server.foundation.pages.Crumb;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.servlet.ModelAndView;

/** How the ledger stands, for anyone at all: its keys, its checkpoints, its witnesses, and that it only ever grew. */
@Controller
class RecordController {
    private static final int SHOWN = 20;
    private static final long MOST = Long.MAX_VALUE / 2;
    private static final List<Crumb> BACK = List.of(Crumb.key("auditlog.record.title", "/record"));

    private final Checkpoints checkpoints;
    private final Witnesses witnesses;

    RecordController(Checkpoints checkpoints, Witnesses witnesses) {
        this.checkpoints = checkpoints;
        this.witnesses = witnesses;
    }

    /** A witness, and when it last cosigned. */
    record WitnessLine(String name, String key, long seen, Optional<Instant> at) {
        /** For templates. */
        public boolean hasSeen() {
            return at.isPresent();
        }

        /** For templates. */
        public ZonedDateTime localTime() {
            return at.orElseThrow().atZone(EventLine.HERE);
        }
    }

    /** A kept checkpoint. */
    record KeptLine(long size, ZonedDateTime localTime) {}

    @GetMapping("/record")
    @OpenTo(Audience.ANYONE)
    ModelAndView record() {
        return page(Form.empty());
    }

    private ModelAndView page(Form form) {
        Standing standing = checkpoints.standing();
        Optional<SignedCheckpoint> latest = standing.latest();
        return form.page("auditlog/record")
                .addObject("origin", standing.origin())
                .addObject("keys", standing.keys().spans())
                .addObject("latest", latest.orElse(null))
                .addObject(
                        "signedAt",
                        latest.flatMap(checkpoint ->
                                        checkpoint.time(standing.keys().current()))
                                .map(time -> time.atZone(EventLine.HERE))
                                .orElse(null))
                .addObject("witnesses", witnessLines(standing))
                .addObject("kept", kept())
                .addObject(
                        "namesWitnesses",
                        Acting.current().inWhichRole().equals(Optional.of(Role.PARTNERSHIP_ADMINISTRATOR)));
    }

    private List<WitnessLine> witnessLines(Standing standing) {
        return witnesses.all().stream()
                .map(known -> new WitnessLine(
                        known.name(),
                        known.key().toString(),
                        known.seen(),
                        standing.witnessed().flatMap(checkpoint -> checkpoint.time(known.key()))))
                .toList();
    }

    private List<KeptLine> kept() {
        return checkpoints.kept(SHOWN).stream()
                .map(kept -> new KeptLine(kept.size(), kept.signedAt().atZone(EventLine.HERE)))
                .toList();
    }

    @GetMapping("/record/keys")
    @OpenTo(Audience.ANYONE)
    ResponseEntity<byte[]> keys() {
        return Downloads.file(
                "ledger-keys.txt", checkpoints.standing().keys().file().getBytes(UTF_8));
    }

    @GetMapping("/record/checkpoint")
    @OpenTo(Audience.ANYONE)
    ResponseEntity<byte[]> latest() {
        return checkpoints.standing().latest().map(RecordController::file).orElseThrow(RecordController::unknown);
    }

    @GetMapping("/record/checkpoints/{size}")
    @OpenTo(Audience.ANYONE)
    ResponseEntity<byte[]> kept(@PathVariable long size) {
        return checkpoints.ofSize(size).map(RecordController::file).orElseThrow(RecordController::unknown);
    }

    private static ResponseEntity<byte[]> file(SignedCheckpoint checkpoint) {
        return Downloads.file(
                "checkpoint-" + checkpoint.checkpoint().size() + ".txt",
                checkpoint.note().bytes());
    }

    @GetMapping("/record/comparison")
    @OpenTo(Audience.ANYONE)
    ModelAndView compare(HttpServletRequest request) {
        Form form = Form.of(request);
        Optional<Comparison> comparison = comparison(form);
        if (comparison.isEmpty()) {
            return page(form);
        }
        Comparison compared = comparison.get();
        return new ModelAndView("auditlog/comparison")
                .addObject("comparison", compared)
                .addObject(
                        "hashes",
                        compared.proof().hashes().stream().map(Hash::base64).toList())
                .addObject("crumbs", BACK);
    }

    /** The proof in the form in which witnesses read it (c2sp.org/tlog-witness). */
    @GetMapping("/record/comparison/proof")
    @OpenTo(Audience.ANYONE)
    ResponseEntity<byte[]> comparisonFile(HttpServletRequest request) {
        Comparison compared = comparison(Form.of(request)).orElseThrow(RecordController::unknown);
        String name = "consistency-" + compared.earlier().checkpoint().size() + "-"
                + compared.later().checkpoint().size() + ".txt";
        return Downloads.file(
                name,
                new WitnessRequest(compared.proof(), compared.later()).text().getBytes(UTF_8));
    }

    private Optional<Comparison> comparison(Form form) {
        Optional<Long> one = form.wholeNumber("one", 1, MOST)
                .label("auditlog.comparison.one")
                .required()
                .value();
        Optional<Long> other = form.wholeNumber("other", 1, MOST)
                .label("auditlog.comparison.other")
                .required()
                .value();
        if (one.isEmpty() || other.isEmpty()) {
            return Optional.empty();
        }
        problemWhereNotKept(form, "one", one.get());
        problemWhereNotKept(form, "other", other.get());
        return form.hasProblems() ? Optional.empty() : checkpoints.compare(one.get(), other.get());
    }

    private void problemWhereNotKept(Form form, String field, long size) {
        if (checkpoints.ofSize(size).isEmpty()) {
            form.problem(field, "auditlog.comparison.notKept", size);
        }
    }

    private static Refusal unknown() {
        return new Refusal(404, "CHECKPOINT-UNKNOWN", "auditlog.refusal.checkpoint");
    }
}
