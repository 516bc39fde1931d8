package org.concordat.server.requests;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.concordat.server.auditlog.AuditLog;
import org.concordat.server.foundation.Refusal;
import org.concordat.server.foundation.acting.Acting;
import org.concordat.server.foundation.acting.Actor;
import org.concordat.server.foundation.acting.Role;
import org.concordat.server.requests.internal.RedLineRows;
import org.concordat.server.requests.internal.ScoreRows;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Benefit and risk of a request as different people see them: each scores before seeing the others', the two are never added up, and
 * whoever sees a red line stops the request.
 */
@Service
@Transactional
public class BenefitAndRisk {

    private final ScoreRows rows;
    private final RedLineRows redLines;
    private final Requests requests;
    private final AuditLog audit;
    private final Clock clock;

    BenefitAndRisk(ScoreRows rows, RedLineRows redLines, Requests requests, AuditLog audit, Clock clock) {
        this.rows = rows;
        this.redLines = redLines;
        this.requests = requests;
        this.audit = audit;
        this.clock = clock;
    }

    /** Who was asked. */
    @Transactional(readOnly = true)
    public List<Assessor> assessors(String code) {
        return rows.assessors(code);
    }

    /** What somebody has still to score. */
    @Transactional(readOnly = true)
    public List<Assessor> waitingFor(UUID person) {
        return rows.waitingFor(person);
    }

    /** The invitation of whoever acts, if there is one. */
    @Transactional(readOnly = true)
    public Optional<Assessor> mine(String code) {
        UUID me = Acting.inRole().person();
        return rows.assessors(code).stream()
                .filter(assessor -> assessor.person().equals(me))
                .findFirst();
    }

    /** What was handed in; nothing for an assessor who has not handed in their own. */
    @Transactional(readOnly = true)
    public List<Scores> scores(String code) {
        return rows.scores(code);
    }

    /** Who would gain and who would bear it. */
    @Transactional(readOnly = true)
    public List<Stake> stakes(String code) {
        return rows.stakes(code);
    }

    /** The red lines that were drawn, lifted ones too. */
    @Transactional(readOnly = true)
    public List<RedLine> redLines(String code) {
        return redLines.of(code);
    }

    /** Whether whoever acts may invite assessors and open comments. */
    public static boolean mayInvite(DataRequest request) {
        return Acting.current() instanceof Actor.InRole actor
                && Requests.isParty(request, actor)
                && (actor.role() == Role.INFORMATION_SHARING_OFFICER
                        || actor.role() == Role.INFORMATION_GOVERNANCE_OFFICER);
    }

    /** Whether whoever acts may lift red lines. */
    public static boolean mayLift(DataRequest request) {
        return Acting.current() instanceof Actor.InRole actor
                && Requests.isParty(request, actor)
                && actor.role() == Role.INFORMATION_GOVERNANCE_OFFICER;
    }

    /** Asks a colleague to score, or to score again by another day. */
    public void invite(String code, UUID person, Assessor.Kind kind, LocalDate scoreBy) {
        DataRequest request = requests.get(code);
        if (!mayInvite(request)) {
            throw Requests.notYours();
        }
        Actor.InRole actor = Acting.inRole();
        rows.invite(
                request,
                new Assessor(code, person, kind, actor.organisation(), scoreBy, false),
                actor.person(),
                clock.instant());
        audit.record(Requests.about(RequestsAudit.ASSESSOR_INVITED, request).with("kind", kind.word()));
    }

    /**
     * Hands in the scores of whoever acts, for every criterion.
     *
     * @throws Refusal where they were not asked, or have handed in already
     */
    public void submit(
            String code,
            Map<Criterion, Scores.Given> given,
            Optional<Stake> stake,
            Optional<RedLineKind> redLine,
            String reason) {
        DataRequest request = requests.get(code);
        UUID me = Acting.inRole().person();
        if (mine(code).filter(assessor -> !assessor.submitted()).isEmpty()) {
            throw Requests.notYours();
        }
        if (given.size() != Criterion.values().length) {
            throw new IllegalArgumentException("given has " + given.size() + " criteria; allowed is all of them");
        }
        rows.score(code, me, given);
        stake.ifPresent(each -> rows.add(code, me, each));
        rows.submit(code, me, clock.instant());
        audit.record(Requests.about(RequestsAudit.SCORES_HANDED_IN, request));
        redLine.ifPresent(line -> draw(request, line, reason));
    }

    /** Draws a red line, which stops the request. For whoever assesses it, and for officers of both organisations. */
    public void draw(String code, RedLineKind line, String reason) {
        DataRequest request = requests.get(code);
        if (!mayInvite(request) && mine(code).isEmpty()) {
            throw Requests.notYours();
        }
        draw(request, line, reason);
    }

    private void draw(DataRequest request, RedLineKind line, String reason) {
        redLines.draw(request.code(), line.word(), reason, Acting.inRole().person(), clock.instant());
        audit.record(Requests.about(RequestsAudit.RED_LINE_DRAWN, request).with("line", line.word()));
    }

    /** Lifts a red line, with reasons. */
    public void lift(String code, UUID line, String reasons) {
        DataRequest request = requests.get(code);
        if (!mayLift(request)
                || !redLines.lift(code, line, reasons, Acting.inRole().person(), clock.instant())) {
            throw Requests.notYours();
        }
        audit.record(Requests.about(RequestsAudit.RED_LINE_LIFTED, request));
    }
}
