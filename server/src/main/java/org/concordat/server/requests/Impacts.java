package org.concordat.server.requests;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.OptionalInt;
import java.util.UUID;
import org.concordat.server.agreements.AgreementVersion;
import org.concordat.server.agreements.Agreements;
import org.concordat.server.auditlog.AuditLog;
import org.concordat.server.foundation.Refusal;
import org.concordat.server.foundation.acting.Acting;
import org.concordat.server.foundation.acting.Actor;
import org.concordat.server.requests.internal.ImpactRows;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The impact assessments of requests: written by whoever asks, judged by officers, signed off by somebody else than decided. */
@Service
@Transactional
public class Impacts {

    private final ImpactRows rows;
    private final Requests requests;
    private final Agreements agreements;
    private final AuditLog audit;
    private final Clock clock;

    Impacts(ImpactRows rows, Requests requests, Agreements agreements, AuditLog audit, Clock clock) {
        this.rows = rows;
        this.requests = requests;
        this.agreements = agreements;
        this.audit = audit;
        this.clock = clock;
    }

    /** That of a request; a blank one where nothing was written yet. */
    @Transactional(readOnly = true)
    public Impact of(DataRequest request) {
        return rows.find(request.code()).orElseGet(() -> Impact.blank(request.code()));
    }

    /** Those that stand so, of requests in which an organisation has a part. */
    @Transactional(readOnly = true)
    public List<Impact> inState(ImpactState state, String organisation) {
        return rows.inState(state, organisation);
    }

    /** Whether whoever acts may write on it now: also after the request was decided, since assessments are reviewed. */
    public static boolean mayWrite(DataRequest request, Impact impact) {
        return impact.state() == ImpactState.BEING_WRITTEN
                && Acting.current() instanceof Actor.InRole actor
                && actor.organisation().equals(request.asking())
                && RequestStates.WRITERS.contains(actor.role());
    }

    /** Whether whoever acts may take the next step. */
    public static boolean mayGoOn(DataRequest request, Impact impact) {
        ImpactState.Move move = impact.state().next();
        return Acting.current() instanceof Actor.InRole actor
                && Requests.isParty(request, actor)
                && move.roles().contains(actor.role())
                && (move.step() != ImpactState.Step.OPINION || impact.isReady())
                && (move.step() != ImpactState.Step.SIGN_OFF
                        || impact.decidedBy().filter(actor.person()::equals).isEmpty());
    }

    /**
     * Writes the words of it.
     *
     * @return false when somebody else changed it since {@code impact.version()}
     */
    public boolean write(Impact impact) {
        DataRequest request = requests.get(impact.request());
        requireWriter(request);
        boolean written = rows.write(impact);
        if (written) {
            audit.record(Requests.about(RequestsAudit.IMPACT_CHANGED, request));
        }
        return written;
    }

    /** Adds a risk or writes one anew. */
    public void put(String code, Impact.Risk risk) {
        DataRequest request = requests.get(code);
        requireWriter(request);
        if (of(request).version() == 0) {
            rows.write(Impact.blank(code));
        }
        rows.put(code, risk);
        audit.record(Requests.about(RequestsAudit.IMPACT_CHANGED, request));
    }

    /** Takes a risk out. */
    public void remove(String code, UUID risk) {
        DataRequest request = requests.get(code);
        requireWriter(request);
        rows.remove(code, risk);
        audit.record(Requests.about(RequestsAudit.IMPACT_CHANGED, request));
    }

    /** Gives the data protection officer's opinion; false when it was overtaken. */
    public boolean giveOpinion(String code, int version, String opinion) {
        DataRequest request = going(code, ImpactState.Step.OPINION);
        return recorded(
                RequestsAudit.IMPACT_OPINION_GIVEN,
                request,
                rows.opinion(code, version, opinion, Acting.inRole().person(), clock.instant()));
    }

    /** Decides whether what remains is acceptable; false when it was overtaken. */
    public boolean decide(String code, int version, boolean accepted, String decision) {
        DataRequest request = going(code, ImpactState.Step.DECIDE);
        return recorded(
                RequestsAudit.IMPACT_DECIDED,
                request,
                rows.decide(code, version, accepted, decision, Acting.inRole().person(), clock.instant()));
    }

    /** Signs the decision off; false when it was overtaken. */
    public boolean signOff(String code, int version, LocalDate reviewOn) {
        DataRequest request = going(code, ImpactState.Step.SIGN_OFF);
        return recorded(
                RequestsAudit.IMPACT_SIGNED_OFF,
                request,
                rows.signOff(
                        code,
                        version,
                        reviewOn,
                        assessedVersion(of(request)),
                        Acting.inRole().person(),
                        clock.instant()));
    }

    /** Opens it again; false when it was overtaken. */
    public boolean review(String code, int version) {
        DataRequest request = going(code, ImpactState.Step.REVIEW);
        return recorded(RequestsAudit.IMPACT_CHANGED, request, rows.review(code, version));
    }

    /** Whether the schedule has another version now than that for which it was signed off. */
    @Transactional(readOnly = true)
    public boolean isOutrun(Impact impact) {
        OptionalInt now = scheduleVersion(impact);
        return impact.state() == ImpactState.SIGNED_OFF && now.isPresent() && !now.equals(impact.scheduleVersion());
    }

    /** The version that counts now; the first where the schedule is still to be drafted among agreements. */
    private OptionalInt assessedVersion(Impact impact) {
        OptionalInt now = scheduleVersion(impact);
        return now.isPresent() || impact.schedule().isEmpty() ? now : OptionalInt.of(1);
    }

    private OptionalInt scheduleVersion(Impact impact) {
        return impact.schedule()
                .flatMap(agreements::find)
                .map(AgreementVersion::number)
                .map(OptionalInt::of)
                .orElse(OptionalInt.empty());
    }

    private boolean recorded(RequestsAudit kind, DataRequest request, boolean done) {
        if (done) {
            audit.record(Requests.about(kind, request));
        }
        return done;
    }

    private DataRequest going(String code, ImpactState.Step step) {
        DataRequest request = requests.get(code);
        Impact impact = of(request);
        if (impact.state().move(step).isEmpty()) {
            throw new Refusal(409, "REQUEST-STANDS-OTHERWISE", "requests.refusal.state");
        }
        if (!mayGoOn(request, impact)) {
            throw Requests.notYours();
        }
        return request;
    }

    private void requireWriter(DataRequest request) {
        if (!mayWrite(request, of(request))) {
            throw Requests.notYours();
        }
    }
}
