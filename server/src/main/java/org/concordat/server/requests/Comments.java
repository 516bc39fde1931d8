package org.concordat.server.requests;

import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.concordat.server.auditlog.AuditLog;
import org.concordat.server.decisions.WorkingDays;
import org.concordat.server.foundation.Refusal;
import org.concordat.server.foundation.acting.Acting;
import org.concordat.server.foundation.acting.Actor;
import org.concordat.server.requests.internal.CommentRows;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What the public says to a request, where its officers want to hear it. Every comment is looked at before it is shown. */
@Service
@Transactional
public class Comments {

    /** More comments than this on one page within an hour are not taken, whoever sends them. */
    static final int MOST_PER_HOUR = 30;

    private static final String LETTERS = "abcdefghjkmnpqrstuvwxyz23456789";
    private static final int CODE_LENGTH = 20;

    private final CommentRows rows;
    private final Requests requests;
    private final AuditLog audit;
    private final SecureRandom random;
    private final Clock clock;

    Comments(CommentRows rows, Requests requests, AuditLog audit, SecureRandom random, Clock clock) {
        this.rows = rows;
        this.requests = requests;
        this.audit = audit;
        this.random = random;
        this.clock = clock;
    }

    /** A page as the public sees it: with the comments that are shown. */
    public record Public(CommentPage page, List<Comment> shown, boolean open) {
        public Public {
            shown = List.copyOf(shown);
        }
    }

    /** The public page of that code. To be called as the server. */
    @Transactional(readOnly = true)
    public Optional<Public> publicPage(String code) {
        return rows.page(code)
                .map(page -> new Public(
                        page,
                        rows.comments(code).stream()
                                .filter(comment -> comment.state() == Comment.State.SHOWN)
                                .toList(),
                        page.isOpenOn(today())));
    }

    /**
     * Takes a comment. To be called as the server.
     *
     * @throws Refusal where there is no such page, it is closed, or too many came within the hour
     */
    public void take(String code, String text) {
        CommentPage page = rows.page(code)
                .filter(each -> each.isOpenOn(today()))
                .orElseThrow(() -> new Refusal(404, "COMMENTS-CLOSED", "requests.refusal.comments-closed"));
        if (rows.since(page.code(), clock.instant().minus(Duration.ofHours(1))) >= MOST_PER_HOUR) {
            throw new Refusal(429, "COMMENTS-TOO-MANY", "requests.refusal.comments-too-many");
        }
        rows.add(page.code(), text, clock.instant());
    }

    /** The page of a request, if one was opened. */
    @Transactional(readOnly = true)
    public Optional<CommentPage> pageOf(String request) {
        return rows.pageOf(request);
    }

    /** All comments on a page, for its officers. */
    @Transactional(readOnly = true)
    public List<Comment> all(CommentPage page) {
        return rows.comments(page.code());
    }

    /** Opens a page for a request. */
    public CommentPage open(String code, String title, String about, LocalDate closesOn) {
        DataRequest request = requests.get(code);
        if (!BenefitAndRisk.mayInvite(request)) {
            throw Requests.notYours();
        }
        var page = new CommentPage(newCode(), code, title, about, closesOn);
        rows.open(page, Acting.inRole().person(), clock.instant());
        audit.record(Requests.about(RequestsAudit.COMMENTS_OPENED, request));
        return page;
    }

    /** Shows a comment to the public, or hides it. */
    public void moderate(String code, UUID comment, boolean show) {
        DataRequest request = requests.get(code);
        CommentPage page = rows.pageOf(code).orElseThrow(Requests::notYours);
        Actor.InRole actor = Acting.inRole();
        Comment.State state = show ? Comment.State.SHOWN : Comment.State.HIDDEN;
        if (!BenefitAndRisk.mayInvite(request)
                || !rows.moderate(page.code(), comment, state, actor.person(), clock.instant())) {
            throw Requests.notYours();
        }
        audit.record(Requests.about(RequestsAudit.COMMENT_MODERATED, request).with("state", state.word()));
    }

    private LocalDate today() {
        return WorkingDays.day(clock.instant());
    }

    private String newCode() {
        var code = new StringBuilder();
        for (int i = 0; i < CODE_LENGTH; i++) {
            code.append(LETTERS.charAt(random.nextInt(LETTERS.length())));
        }
        return code.toString();
    }
}
