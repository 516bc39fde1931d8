package org.concordat.server.agreements;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.concordat.ledger.entries.EntryKind;
import org.concordat.policy.agreements.AgreementFolder;
import org.concordat.policy.agreements.Signature;
import org.concordat.server.agreements.SignOffs.Hindrance;
import org.concordat.server.agreements.internal.AgreedFolder;
import org.concordat.server.agreements.internal.Signatories;
import org.concordat.server.agreements.internal.Signatories.Signatory;
import org.concordat.server.auditlog.AuditLog;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * What the two sides say to a joining: the joiner signs what it joins and what it brings, the party that accepts joiners signs
 * its accessions. In either order; once both are there, decisions count the joiner as a party.
 */
@Service
@Transactional
public class AdmissionSignatures {

    private static final ZoneId HERE = ZoneId.of("Europe/London");

    private final JdbcClient sql;
    private final Admissions admissions;
    private final AgreedFolder folder;
    private final Signatories signatories;
    private final AuditLog audit;
    private final Clock clock;

    AdmissionSignatures(
            JdbcClient sql,
            Admissions admissions,
            AgreedFolder folder,
            Signatories signatories,
            AuditLog audit,
            Clock clock) {
        this.sql = sql;
        this.admissions = admissions;
        this.folder = folder;
        this.signatories = signatories;
        this.audit = audit;
        this.clock = clock;
    }

    /** What came of signing or accepting. */
    public sealed interface Signed {
        /** It is signed; the joining as it is now. */
        record Done(Admission admission) implements Signed {}

        /** It is not. */
        record Not(Hindrance hindrance) implements Signed {}
    }

    /**
     * One fingerprint of all that is signed: of each document and of each accession as they stand now. Empty where one of them
     * does not stand, such as when the document has ended.
     */
    @Transactional(readOnly = true)
    public Optional<String> seen(Admission admission) {
        return seen(folder.folder(), admission);
    }

    static Optional<String> seen(AgreementFolder now, Admission admission) {
        var all = new StringBuilder();
        for (Admission.Accession each : admission.accessions()) {
            String document = now.fingerprints().get(each.document());
            String accession = now.fingerprints().get(each.code());
            if (document == null || accession == null) {
                return Optional.empty();
            }
            all.append(each.document()).append(' ').append(document).append('\n');
            all.append(each.code()).append(' ').append(accession).append('\n');
        }
        try {
            byte[] print =
                    MessageDigest.getInstance("SHA-256").digest(all.toString().getBytes(UTF_8));
            return Optional.of(HexFormat.of().formatHex(print));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("Every Java has SHA-256.", impossible);
        }
    }

    /**
     * Signs for the joiner: every document that it joins, and its accessions where they bring data or nobody accepts them.
     *
     * @param seen the fingerprint of what the signatory saw
     */
    public Signed sign(Admission asked, UUID person, String seen, boolean byLink) {
        AgreementFolder now = folder.folder();
        Admission admission = locked(asked);
        Optional<Signatory> signatory = signatories.of(admission.organisation(), person, today());
        Optional<Hindrance> hindrance = hindrance(now, admission, admission.waitsForSignature(), signatory, seen);
        if (hindrance.isPresent()) {
            return new Signed.Not(hindrance.get());
        }
        Signatory who = signatory.orElseThrow();
        for (Admission.Accession each : admission.accessions()) {
            if (now.signatureState(each.document(), admission.organisation(), today()) != Signature.State.SIGNED) {
                put(now, admission, each.document(), each.document(), who);
            }
            putWhereWanting(now, admission, each, who);
        }
        sql.sql("update agreements.admission set signed_at = :at, by_link = :byLink where id = :id")
                .param("id", admission.id())
                .param("at", now())
                .param("byLink", byLink)
                .update();
        return new Signed.Done(settled(admission));
    }

    /** Accepts a joining for the organisation that accepts joiners, by its signatory's signature of each accession. */
    public Signed accept(Admission asked, String acceptor, UUID person, String seen) {
        return accept(folder.folder(), asked, acceptor, person, seen);
    }

    /**
     * Accepts several at once.
     *
     * @param seen what the signatory saw of each, by the joining's id
     * @return how many
     */
    public int acceptAll(List<Admission> asked, String acceptor, UUID person, Map<UUID, String> seen) {
        AgreementFolder now = folder.folder();
        int accepted = 0;
        for (Admission each : asked) {
            String print = seen.getOrDefault(each.id(), "");
            accepted += accept(now, each, acceptor, person, print) instanceof Signed.Done ? 1 : 0;
        }
        return accepted;
    }

    private Signed accept(AgreementFolder now, Admission asked, String acceptor, UUID person, String seen) {
        Admission admission = locked(asked);
        Optional<Signatory> signatory = signatories.of(acceptor, person, today());
        boolean waits = admission.state() == AdmissionState.ASKED
                && admission.acceptors().contains(acceptor);
        Optional<Hindrance> hindrance = hindrance(now, admission, waits, signatory, seen);
        if (hindrance.isPresent()) {
            return new Signed.Not(hindrance.get());
        }
        for (Admission.Accession each : admission.accessions()) {
            if (each.acceptedBy().equals(Optional.of(acceptor))) {
                putWhereWanting(now, admission, each, signatory.orElseThrow());
                sql.sql("update agreements.accession set accepted_at = :at where code = :code")
                        .param("code", each.code())
                        .param("at", now())
                        .update();
            }
        }
        return new Signed.Done(settled(admission));
    }

    /** Refuses a joining, with the reason. */
    public boolean refuse(Admission admission, String reason) {
        return end(admission, AdmissionState.REFUSED, AgreementsAudit.ADMISSION_REFUSED, reason);
    }

    /** Declines to join, with the reason. */
    public boolean decline(Admission admission, String reason) {
        return end(admission, AdmissionState.DECLINED, AgreementsAudit.ADMISSION_DECLINED, reason);
    }

    private boolean end(Admission admission, AdmissionState state, AgreementsAudit kind, String reason) {
        boolean ended = admissions.become(admission, state, reason);
        if (ended) {
            audit.record(Admissions.event(kind, admission));
        }
        return ended;
    }

    /** What keeps somebody from signing or accepting; nothing where nothing does. */
    private static Optional<Hindrance> hindrance(
            AgreementFolder now, Admission admission, boolean waits, Optional<Signatory> signatory, String seen) {
        if (!waits) {
            return Optional.of(admission.state().isLive() ? Hindrance.ALREADY_SAID : Hindrance.NOT_OUT_FOR_SIGNATURE);
        }
        if (signatory.isEmpty()) {
            return Optional.of(Hindrance.NO_SIGNATORY);
        }
        return seen(now, admission).equals(Optional.of(seen)) ? Optional.empty() : Optional.of(Hindrance.TEXT_CHANGED);
    }

    /** The signature of an accession, where it still wants that organisation's. */
    private void putWhereWanting(
            AgreementFolder now, Admission admission, Admission.Accession accession, Signatory who) {
        boolean wanting = Optional.ofNullable(now.accessions().get(accession.code()))
                .filter(each -> now.unsigned(each, today()).containsKey(who.organisation()))
                .isPresent();
        if (wanting) {
            put(now, admission, accession.code(), accession.document(), who);
        }
    }

    /** One signature, of a document or of an accession to it. */
    private void put(AgreementFolder now, Admission admission, String signed, String document, Signatory who) {
        String print = Optional.ofNullable(now.fingerprints().get(signed)).orElseThrow();
        LocalDate expires = Optional.ofNullable(now.agreements().get(document))
                .orElseThrow()
                .to();
        signatories.sign(signed, print, who, today());
        AgreementsAudit kind = who.organisation().equals(admission.organisation())
                ? AgreementsAudit.ADMISSION_SIGNED
                : AgreementsAudit.ADMISSION_ACCEPTED;
        audit.record(Admissions.event(kind, admission)
                .with("signed", signed)
                .inLedger(
                        EntryKind.AGREEMENT_SIGNED,
                        Map.of(
                                "agreement",
                                signed,
                                "agreementFingerprint",
                                "sha256:" + print,
                                "organisation",
                                who.organisation(),
                                "expires",
                                expires.toString())));
    }

    /** The joining as it is now: joined, where both sides have signed. */
    private Admission settled(Admission admission) {
        Admission after = admissions.find(admission.id()).orElseThrow();
        if (after.state() != AdmissionState.ASKED || after.waitsForSignature() || after.waitsForAcceptance()) {
            return after;
        }
        sql.sql("update agreements.admission set state = 'joined' where id = :id")
                .param("id", after.id())
                .update();
        audit.record(Admissions.event(AgreementsAudit.JOINED, after));
        return admissions.find(admission.id()).orElseThrow();
    }

    /** The joining as it is now. Whoever signs at the same moment waits, so that the second signature sees the first. */
    private Admission locked(Admission seen) {
        sql.sql("select id from agreements.admission where id = :id for update")
                .param("id", seen.id())
                .query(UUID.class)
                .single();
        return admissions.find(seen.id()).orElseThrow();
    }

    private LocalDate today() {
        return LocalDate.now(clock.withZone(HERE));
    }

    private OffsetDateTime now() {
        return clock.instant().atOffset(ZoneOffset.UTC);
    }
}
