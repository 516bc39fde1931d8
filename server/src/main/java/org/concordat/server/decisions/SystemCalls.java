package org.concordat.server.decisions;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import org.concordat.server.decisions.internal.CallRows;
import org.concordat.server.decisions.internal.CallRows.Call;
import org.concordat.server.foundation.Refusal;
import org.concordat.server.foundation.acting.Acting;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Decides for other systems, once for each key that they give: the same call under the same key gets the same decisions again. */
@Service
public final class SystemCalls {

    private static final Duration REMEMBERED = Duration.ofDays(2);
    private static final Pattern KEY = Pattern.compile("[A-Za-z0-9_-]{1,64}");

    private final TransactionTemplate transaction;
    private final Decisions decisions;
    private final CallRows rows;
    private final Clock clock;

    SystemCalls(PlatformTransactionManager transactions, Decisions decisions, CallRows rows, Clock clock) {
        this.transaction = new TransactionTemplate(transactions);
        this.decisions = decisions;
        this.rows = rows;
        this.clock = clock;
    }

    /**
     * Decides, or says what was decided when this was asked before.
     *
     * @param key given by the system, for this call alone
     * @param body as it was sent
     * @return ids, in the order of the questions
     * @throws Refusal where the key was used for another body
     */
    public List<UUID> decide(Optional<String> key, byte[] body, List<Question> questions) {
        if (key.isEmpty()) {
            return ids(questions);
        }
        String given = key.filter(text -> KEY.matcher(text).matches())
                .orElseThrow(() -> new Refusal(400, "IDEMPOTENCY-KEY-MALFORMED", "decisions.refusal.key-malformed"));
        String organisation = Acting.current()
                .actsFor()
                .orElseThrow(() -> new Refusal(403, "NOT-YOUR-QUESTION", "decisions.refusal.not-yours"));
        byte[] hash = hash(body);
        return Objects.requireNonNull(transaction.execute(_ -> {
            rows.lock(organisation, given);
            Optional<Call> before = rows.find(organisation, given);
            if (before.isPresent()) {
                if (!MessageDigest.isEqual(before.get().bodyHash(), hash)) {
                    throw new Refusal(422, "IDEMPOTENCY-KEY-REUSED", "decisions.refusal.key-reused");
                }
                return before.get().decisions();
            }
            List<UUID> decided = ids(questions);
            Instant now = clock.instant();
            rows.keep(organisation, given, new Call(hash, decided), now, now.minus(REMEMBERED));
            return decided;
        }));
    }

    private List<UUID> ids(List<Question> questions) {
        return decisions.decide(questions).stream().map(Decided::id).toList();
    }

    private static byte[] hash(byte[] body) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(body);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every Java platform has SHA-256", impossible);
        }
    }
}
