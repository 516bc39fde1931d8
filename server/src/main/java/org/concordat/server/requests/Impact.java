package org.concordat.server.requests;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.UUID;

/**
 * The data protection impact assessment of a request.
 *
 * @param schedule code of the agreement that came of the request
 * @param scheduleVersion for which it was signed off
 * @param screening signs of risk that are there
 * @param accepted whether the risks that remain are acceptable, once decided
 * @param reviewOn when it is looked at again at the latest
 * @param version counts changes; 0 where nothing was written yet
 */
public record Impact(
        String request,
        Optional<String> schedule,
        OptionalInt scheduleVersion,
        Set<ScreeningQuestion> screening,
        String screeningReason,
        String description,
        String necessity,
        String consultation,
        ImpactState state,
        String opinion,
        Optional<Boolean> accepted,
        String decision,
        Optional<UUID> decidedBy,
        Optional<UUID> signedBy,
        Optional<LocalDate> signedOn,
        Optional<LocalDate> reviewOn,
        List<Risk> risks,
        int version) {

    private static final int FULL_ASSESSMENT_FROM = 2;

    public Impact {
        screening = Set.copyOf(screening);
        risks = List.copyOf(risks);
    }

    /** One of which nothing is written yet. */
    static Impact blank(String request) {
        return new Impact(
                request,
                Optional.empty(),
                OptionalInt.empty(),
                Set.of(),
                "",
                "",
                "",
                "",
                ImpactState.BEING_WRITTEN,
                "",
                Optional.empty(),
                "",
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                List.of(),
                0);
    }

    /** Whether the signs call for a full assessment. */
    public boolean isFullNeeded() {
        return screening.size() >= FULL_ASSESSMENT_FROM;
    }

    /** Whether it is written far enough for an opinion. */
    public boolean isReady() {
        boolean words = !description.isEmpty() && !necessity.isEmpty() && !consultation.isEmpty();
        return version > 0
                && (isFullNeeded() ? words && !risks.isEmpty() : !screeningReason.isEmpty() || words)
                && risks.stream().allMatch(Risk::isWeighedAgain);
    }

    /** Whether it is signed off, accepts what remains, and is not yet to be reviewed. */
    public boolean holdsOn(LocalDate day) {
        return state == ImpactState.SIGNED_OFF
                && accepted.orElse(false)
                && reviewOn.filter(day::isAfter).isEmpty();
    }

    /**
     * What could go wrong for people.
     *
     * @param source where it comes from
     * @param harm what it would mean for people
     * @param likelihood 1 remote, 2 possible, 3 likely
     * @param severity 1 small, 2 noticeable, 3 serious
     * @param measure what is done about it
     * @param residual likelihood and severity that remain; none before it was weighed again
     */
    public record Risk(
            UUID id,
            String source,
            String harm,
            int likelihood,
            int severity,
            String measure,
            Optional<Weight> residual) {

        /** How grave it is without any measure. */
        public Level level() {
            return Level.of(new Weight(likelihood, severity));
        }

        /** How grave it remains. */
        public Level residualLevel() {
            return residual.map(Level::of).orElse(level());
        }

        /** Whether it was weighed again with its measures. */
        public boolean isWeighedAgain() {
            return residual.isPresent();
        }
    }

    /** Likelihood and severity, each from 1 to 3. */
    public record Weight(int likelihood, int severity) {
        public Weight {
            if (likelihood < 1 || likelihood > 3 || severity < 1 || severity > 3) {
                throw new IllegalArgumentException(
                        "likelihood and severity must be from 1 to 3, were " + likelihood + " and " + severity);
            }
        }
    }

    /** How grave a risk is. */
    public enum Level {
        LOW,
        MEDIUM,
        HIGH;

        /** By the product of both: up to 2 low, 3 and 4 medium, 6 and 9 high. */
        static Level of(Weight weight) {
            int product = weight.likelihood() * weight.severity();
            return product <= 2 ? LOW : product <= 4 ? MEDIUM : HIGH;
        }
    }
}
