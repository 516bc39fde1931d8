package org.concordat.server.auditlog.internal;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.security.GeneralSecurityException;
import java.security.KeyPairGenerator;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.concordat.ledger.Witness;
import org.concordat.ledger.notes.Checkpoint;
import org.concordat.ledger.notes.SigningKey;
import org.concordat.ledger.proofs.WitnessRequest;
import org.concordat.ledger.verify.LedgerVerifier;
import org.concordat.ledger.verify.LedgerVerifier.Trust;
import org.concordat.ledger.verify.LedgerVerifier.Verdict;
import org.concordat.server.TestDatabase;
import org.concordat.server.foundation.acting.Acting;
import org.concordat.server.foundation.acting.Actor;
import org.concordat.server.foundation.acting.Role;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** How the ledger stood is signed each minute, witnessed by others, and proved to somebody who has nothing but public keys. */
final class CheckpointsIT {
    private static final Actor.InRole ANALYST = TestLog.person(Role.ANALYST, TestLog.COUNCIL);
    private static final Actor.InRole ADMINISTRATOR = TestLog.person(Role.PARTNERSHIP_ADMINISTRATOR, TestLog.COUNCIL);

    private TestLog log;
    private Witnesses witnesses;

    @BeforeEach
    void begin() {
        log = new TestLog(TestDatabase.migrated(), 2);
        witnesses =
                new Witnesses(log.sql, log.manager, log.ledger, log.log, Clock.fixed(TestLog.MORNING, ZoneOffset.UTC));
    }

    @AfterEach
    void end() {
        log.close();
    }

    private List<Checkpoints.Kept> kept() {
        return Acting.as(ANALYST, () -> log.checkpoints.kept(100));
    }

    private UUID recorded(String thing) {
        UUID id = log.record(ANALYST, TestLog.event(thing));
        log.drain();
        return id;
    }

    private long place(UUID event) {
        return Acting.as(ANALYST, () -> Transactions.in(log.transactions, () -> log.events.places(event)))
                .getFirst();
    }

    @Test
    void oneIsSignedEachMinuteInWhichAnythingIsNew() {
        assertThat(log.checkpoints.signWhenDue()).isEmpty();
        recorded("first");
        log.passes(Checkpoints.APART);
        assertThat(log.checkpoints.signWhenDue()).isPresent();

        recorded("second");
        log.passes(Duration.ofSeconds(59));
        assertThat(log.checkpoints.signWhenDue()).isEmpty();
        log.passes(Duration.ofSeconds(1));
        assertThat(log.checkpoints.signWhenDue()).isPresent();

        log.passes(Duration.ofHours(1));
        assertThat(log.checkpoints.signWhenDue()).isEmpty();
        assertThat(kept()).extracting(Checkpoints.Kept::size).containsExactly(2L, 1L);
        Instant first = TestLog.MORNING.plus(Checkpoints.APART);
        assertThat(kept()).extracting(Checkpoints.Kept::signedAt).containsExactly(first.plus(Checkpoints.APART), first);
    }

    @Test
    void anotherServerDoesNotSignTheSameMinuteAgain() {
        recorded("first");
        assertThat(log.checkpoints.signWhenDue()).isPresent();
        recorded("second");
        log.passes(Duration.ofSeconds(30));
        Checkpoints other = new Checkpoints(
                log.sql, log.manager, log.ledger, Clock.fixed(TestLog.MORNING.plusSeconds(30), ZoneOffset.UTC));
        assertThat(other.signWhenDue()).isEmpty();
    }

    @Test
    void anEntryIsProvedToWhoeverHasThePublicKeyAlone() {
        UUID id = recorded("proved");
        assertThat(log.checkpoints.prove(place(id))).isEmpty();
        log.checkpoints.signWhenDue();
        for (int i = 0; i < 5; i++) {
            recorded("later-" + i);
        }
        String proof = log.checkpoints.prove(place(id)).orElseThrow().text();
        Verdict verdict = verdict(proof, new Trust(log.key.verifier().toString(), List.of(), new byte[0]));
        assertThat(verdict.sound()).isTrue();
        assertThat(verdict.findings().getFirst()).contains("\"kind\":\"EVENT\"").contains(id.toString());

        SigningKey stranger = newKey("ledger.tideford.example");
        assertThat(verdict(proof, new Trust(stranger.verifier().toString(), List.of(), new byte[0]))
                        .sound())
                .isFalse();
    }

    private static Verdict verdict(String proof, Trust trust) {
        return LedgerVerifier.proof(proof.getBytes(UTF_8), trust);
    }

    @Test
    void aWitnessDatesWhatItHasSeenAndSeesOnlyWhatContinuesThat() {
        SigningKey police = newKey("police.example");
        UUID first = recorded("first");
        log.checkpoints.signWhenDue();
        Acting.as(ADMINISTRATOR, () -> witnesses.add(police.cosigner().toString()));
        Instant seenAt = TestLog.MORNING.plusSeconds(20);
        Checkpoint seen = witness(police, Optional.empty(), seenAt);
        assertThat(seen.size()).isEqualTo(2); // the witness's coming is an event itself

        recorded("second");
        log.passes(Checkpoints.APART);
        log.checkpoints.signWhenDue();
        assertThat(witness(police, Optional.of(seen), seenAt.plusSeconds(60)).size())
                .isGreaterThan(seen.size());

        Trust trust = new Trust(
                log.key.verifier().toString(), List.of(police.cosigner().toString()), new byte[0]);
        Verdict verdict =
                verdict(log.checkpoints.prove(place(first)).orElseThrow().text(), trust);
        assertThat(verdict.sound()).isTrue();
        assertThat(verdict.findings()).anyMatch(finding -> finding.contains("recorded before 2026-11-30T09:15:50Z"));
    }

    /** What a partner does with a request, and the administrator with its answer. */
    private Checkpoint witness(SigningKey key, Optional<Checkpoint> before, Instant time) {
        log.drain();
        log.passes(Checkpoints.APART);
        log.checkpoints.signWhenDue();
        Witnesses.Known known = Acting.as(
                        ADMINISTRATOR, () -> witnesses.named(key.verifier().name()))
                .orElseThrow();
        String request = witnesses.request(known).text();
        var answer = (Witness.Answer.Cosigned) new Witness(key)
                .answer(
                        WitnessRequest.parse(request.getBytes(UTF_8)),
                        log.checkpoints.standing().keys(),
                        before,
                        time);
        Acting.as(
                ADMINISTRATOR,
                () -> assertThat(witnesses
                                .addCosignature(known, answer.line().line() + "\n")
                                .checkpoint())
                        .isEqualTo(answer.seen()));
        return answer.seen();
    }

    @Test
    void refusesTheLineOfSomebodyElseAndAKeyThatIsNoWitnesss() {
        SigningKey police = newKey("police.example");
        recorded("first");
        log.checkpoints.signWhenDue();
        Acting.as(ADMINISTRATOR, () -> witnesses.add(police.cosigner().toString()));
        Witnesses.Known known = Acting.as(ADMINISTRATOR, () -> witnesses.named("police.example"))
                .orElseThrow();
        witnesses.request(known);
        Checkpoint latest = log.checkpoints.standing().latest().orElseThrow().checkpoint();
        String forged = newKey("police.example").cosign(latest, TestLog.MORNING).line();
        assertThatThrownBy(() -> Acting.as(ADMINISTRATOR, () -> witnesses.addCosignature(known, forged)))
                .hasMessageContaining("(SIGNATURE-");
        assertThatThrownBy(() -> Acting.as(ADMINISTRATOR, () -> witnesses.addCosignature(known, "no line")))
                .hasMessageEndingWith("(NOTE-UNREADABLE)");
        assertThatThrownBy(() -> Acting.as(
                        ADMINISTRATOR, () -> witnesses.add(log.key.cosigner().toString())))
                .hasMessageEndingWith("(WITNESS-KNOWN)");
        assertThatThrownBy(() -> Acting.as(
                        ADMINISTRATOR, () -> witnesses.add(police.verifier().toString())))
                .hasMessageEndingWith("(KEY-UNREADABLE)");
    }

    @Test
    void theLaterOfTwoKeptCheckpointsIsShownToContinueTheEarlier() {
        for (int i = 0; i < 3; i++) {
            recorded("event-" + i);
            log.passes(Checkpoints.APART);
            log.checkpoints.signWhenDue();
        }
        Checkpoints.Comparison comparison = Acting.as(new Actor.Nobody(), () -> log.checkpoints.compare(3, 1))
                .orElseThrow();
        assertThat(comparison.holds()).isTrue();
        assertThat(comparison.earlier().checkpoint().size()).isEqualTo(1);
        assertThat(comparison.later().checkpoint().size()).isEqualTo(3);
        assertThat(Acting.as(new Actor.Nobody(), () -> log.checkpoints.compare(3, 99)))
                .isEmpty();
    }

    private static SigningKey newKey(String name) {
        try {
            return SigningKey.of(name, KeyPairGenerator.getInstance("Ed25519").generateKeyPair());
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
