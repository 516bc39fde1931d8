package org.concordat.policy.questions;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Optional;
import org.concordat.policy.agreements.Agreement;
import org.concordat.policy.agreements.AgreementFolder;
import org.concordat.policy.words.Tier;

/**
 * What is due for review, the most urgent first.
 *
 * @param withinDays how many days ahead count as soon
 * @param list every protocol, agreement and schedule that has not ended, and those that ended while something beneath them goes
 *     on as if they had not
 */
public record Reviews(LocalDate day, int withinDays, List<Review> list) {

    public Reviews {
        list = List.copyOf(list);
    }

    /** How urgent a review is; the most urgent first. */
    public enum Urgency {
        /** It has ended, and documents beneath it still name a later last day. */
        ENDED_AND_RELIED_ON,
        /** The day by which it was to be reviewed has passed. */
        OVERDUE,
        /** That day is within the days asked about. */
        SOON,
        /** That day is later. */
        LATER
    }

    /**
     * One document's review.
     *
     * @param document its id
     * @param reviewBy the day by which it is to be reviewed
     * @param lastDay the last day on which it holds
     * @param reliedOnBy schedules that rest on it and have not themselves ended, by id; itself, where it is one
     */
    public record Review(
            String document,
            Tier tier,
            String title,
            LocalDate reviewBy,
            LocalDate lastDay,
            Urgency urgency,
            List<String> reliedOnBy,
            String sentence) {
        public Review {
            reliedOnBy = List.copyOf(reliedOnBy);
        }
    }

    /**
     * Of every document.
     *
     * @throws IllegalArgumentException when {@code withinDays} is negative
     */
    public static Reviews of(AgreementFolder folder, LocalDate day, int withinDays) {
        if (withinDays < 0) {
            throw new IllegalArgumentException("withinDays is " + withinDays + "; allowed is 0 or more");
        }
        var schedules = new HashMap<String, List<String>>();
        for (Agreement schedule : folder.agreements().values()) {
            if (schedule.terms().isPresent() && !schedule.lastDay().isBefore(day)) {
                folder.upwards(schedule)
                        .forEach(tier -> schedules
                                .computeIfAbsent(tier.id(), none -> new ArrayList<>())
                                .add(schedule.id()));
            }
        }
        var reviews = new ArrayList<Review>();
        for (Agreement document : folder.agreements().values()) {
            review(document, schedules.getOrDefault(document.id(), List.of()), day, withinDays)
                    .ifPresent(reviews::add);
        }
        reviews.sort(Comparator.comparing(Review::urgency)
                .thenComparing(review ->
                        review.urgency() == Urgency.ENDED_AND_RELIED_ON ? review.lastDay() : review.reviewBy())
                .thenComparing(Review::tier)
                .thenComparing(Review::document));
        return new Reviews(day, withinDays, reviews);
    }

    /** Those of that urgency. */
    public List<Review> of(Urgency urgency) {
        return list.stream().filter(review -> review.urgency() == urgency).toList();
    }

    private static Optional<Review> review(Agreement document, List<String> reliedOnBy, LocalDate day, int withinDays) {
        boolean ended = document.lastDay().isBefore(day);
        if (ended && reliedOnBy.isEmpty()) {
            return Optional.empty();
        }
        Urgency urgency = ended ? Urgency.ENDED_AND_RELIED_ON : urgency(document.reviewBy(), day, withinDays);
        return Optional.of(new Review(
                document.id(),
                document.tier(),
                document.title(),
                document.reviewBy(),
                document.lastDay(),
                urgency,
                reliedOnBy,
                sentence(document, urgency, day, reliedOnBy)));
    }

    private static Urgency urgency(LocalDate reviewBy, LocalDate day, int withinDays) {
        if (reviewBy.isBefore(day)) {
            return Urgency.OVERDUE;
        }
        return reviewBy.isAfter(day.plusDays(withinDays)) ? Urgency.LATER : Urgency.SOON;
    }

    private static String sentence(Agreement document, Urgency urgency, LocalDate day, List<String> reliedOnBy) {
        String id = Sentences.quoted(document.id());
        long days = Math.abs(ChronoUnit.DAYS.between(day, document.reviewBy()));
        String rest = reliedOnBy.isEmpty() || reliedOnBy.equals(List.of(document.id()))
                ? ""
                : " On it " + (reliedOnBy.size() == 1 ? "rests " : "rest ") + String.join(", ", reliedOnBy) + ".";
        return switch (urgency) {
            case ENDED_AND_RELIED_ON ->
                id + " ended on " + document.lastDay() + ", and nothing may be shared beneath it any more." + rest;
            case OVERDUE ->
                "The review of " + id + " was due on " + document.reviewBy() + ", "
                        + Sentences.count(days, "day", "days") + " ago." + rest;
            case SOON ->
                "The review of " + id + " is due on " + document.reviewBy()
                        + (days == 0 ? ", today." : ", in " + Sentences.count(days, "day", "days") + ".") + rest;
            case LATER -> "The review of " + id + " is due on " + document.reviewBy() + "." + rest;
        };
    }
}
