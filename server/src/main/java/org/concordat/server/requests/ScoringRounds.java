package org.concordat.server.requests;

import java.time.Clock;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.concordat.server.auditlog.AuditLog;
import org.concordat.server.foundation.Refusal;
import org.concordat.server.foundation.acting.Acting;
import org.concordat.server.requests.internal.RoundRows;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * When benefit and risk of a request are scored again. On its day the server asks everybody who had handed in, and keeps what
 * they gave before, so that one sees how it changed. Who gave what is not kept.
 */
@Service
@Transactional
public class ScoringRounds {

    /** How many days people have once they are asked again. */
    static final int DAYS_TO_SCORE = 14;

    private final RoundRows rows;
    private final Requests requests;
    private final BenefitAndRisk assessment;
    private final Outlines outlines;
    private final AuditLog audit;
    private final Clock clock;

    ScoringRounds(
            RoundRows rows,
            Requests requests,
            BenefitAndRisk assessment,
            Outlines outlines,
            AuditLog audit,
            Clock clock) {
        this.rows = rows;
        this.requests = requests;
        this.assessment = assessment;
        this.outlines = outlines;
        this.audit = audit;
        this.clock = clock;
    }

    /** A round that has not begun. */
    public record Round(String request, int round, LocalDate due) {}

    /** What somebody gave in a round that ended on a day. */
    public record EarlierScore(LocalDate ended, Criterion criterion, Assessor.Kind kind, int points) {}

    /** The round that is planned. */
    @Transactional(readOnly = true)
    public Optional<Round> planned(String code) {
        return rows.planned(code);
    }

    /** How each criterion was scored in earlier rounds, by the day on which they ended, the latest first. */
    @Transactional(readOnly = true)
    public Map<Criterion, Map<LocalDate, Scores>> earlier(String code) {
        return rows.earlier(code).stream()
                .collect(Collectors.groupingBy(
                        EarlierScore::criterion,
                        Collectors.groupingBy(
                                EarlierScore::ended,
                                LinkedHashMap::new,
                                Collectors.collectingAndThen(Collectors.toList(), ScoringRounds::scores))));
    }

    private static Scores scores(List<EarlierScore> given) {
        return new Scores(
                given.getFirst().criterion(),
                given.stream()
                        .map(each -> new Scores.Given(each.kind(), each.points(), ""))
                        .toList());
    }

    /**
     * Plans the next round, or moves it to another day.
     *
     * @throws Refusal where whoever acts is no officer of either organisation, or nobody was asked yet
     */
    public void plan(String code, LocalDate due) {
        DataRequest request = requests.get(code);
        if (!BenefitAndRisk.mayInvite(request)) {
            throw Requests.notYours();
        }
        if (assessment.assessors(code).isEmpty()) {
            throw new Refusal(409, "NOBODY-SCORES", "requests.refusal.nobody-scores");
        }
        rows.plan(code, due, Acting.inRole().person(), clock.instant());
        audit.record(Requests.about(RequestsAudit.SCORING_PLANNED, request).with("due", due.toString()));
    }

    /** Begins the rounds whose day has come. For the server alone. */
    int begin() {
        LocalDate today = outlines.today();
        int begun = 0;
        for (Round round : rows.due(today)) {
            if (rows.begin(round, today, today.plusDays(DAYS_TO_SCORE), clock.instant())) {
                audit.record(Requests.about(RequestsAudit.SCORES_ASKED_AGAIN, requests.get(round.request())));
                begun++;
            }
        }
        return begun;
    }
}
