package org.concordat.server.decisions;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.concordat.policy.decide.Request;
import org.concordat.server.decisions.internal.DecisionRow;

/**
 * A decision as it was kept, with all that explains it, for those whom it concerns.
 *
 * @param day about which it was asked
 * @param known what each fact was believed to be, and who said so
 * @param subject whose record, where the reader may know
 * @param reason in somebody's words, where the reader may know
 * @param used when it was used
 * @param event of the audit log, under which its proof is found
 */
public record KeptDecision(
        UUID id,
        UUID matter,
        Instant at,
        LocalDate day,
        Instant expires,
        String ground,
        Request request,
        Explanation explanation,
        List<Known> known,
        Optional<String> schedule,
        Optional<String> subject,
        Optional<String> reason,
        Optional<Instant> used,
        DecisionRow.By by,
        UUID event) {

    /** A fact as it was believed to be. */
    public record Known(String fact, String answer, List<Sayer> said) {}

    /**
     * Who said what.
     *
     * @param by a source or an office
     * @param on the day, where it was not looked up just then
     */
    public record Sayer(
            String by,
            String answer,
            @org.jspecify.annotations.Nullable String on) {}

    /** Whether it can be used at that moment. */
    public boolean isUsable(Instant now) {
        return explanation.outcome().equals("permitted") && used.isEmpty() && now.isBefore(expires);
    }

    @Override
    public String toString() {
        return "KeptDecision[" + id + "]";
    }
}
