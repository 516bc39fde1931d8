package org.concordat.cli.check;

import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.concordat.policy.decide.Duty;
import org.concordat.policy.law.LawRow;

/** Duties as sentences for whoever must carry them out, and as fields for machines. */
final class DutyWords {

    private final Answer answer;

    DutyWords(Answer answer) {
        this.answer = answer;
    }

    String sentence(Duty duty) {
        return switch (duty) {
            case Duty.OnlyTheseFields only -> "Send these fields and no others: " + list(only.fields()) + ".";
            case Duty.OnlyThisForm only -> "Share it " + Answer.form(only.form()) + ", and in no other form.";
            case Duty.SuppressBelow below ->
                below.persons() == 0
                        ? "No count need be hidden; the schedule says so."
                        : "Hide every count of fewer than " + below.persons()
                                + " persons, and what would give it away.";
            case Duty.ExpireOn expire -> "See to it that it cannot be opened after " + Answer.day(expire.day()) + ".";
            case Duty.DestroyBy destroy ->
                "Have what was shared destroyed by " + Answer.day(destroy.day())
                        + (destroy.certificate() ? ", with a certificate for the sender." : ".");
            case Duty.DestroyDerivedBy destroy ->
                "Have what was made of it destroyed by " + Answer.day(destroy.day()) + ".";
            case Duty.UseOnlyFor use ->
                "Use it only for "
                        + Answer.listed(use.purposes().stream()
                                .sorted()
                                .map(answer::purpose)
                                .toList())
                        + ".";
            case Duty.UseLimitTravels limit ->
                "Pass this limit on with the data (" + provision(limit.row()) + "): " + limit.limit();
            case Duty.NoOnwardSharing onward ->
                onward.saveTo().isEmpty()
                        ? "The recipient passes it on to nobody."
                        : "The recipient passes it on to nobody but "
                                + Answer.listed(onward.saveTo().stream()
                                        .sorted()
                                        .map(answer::organisation)
                                        .toList())
                                + ".";
            case Duty.TellThePerson ignored -> "Tell the person: in the privacy notice, and whenever they ask.";
            case Duty.DoNotTellThePerson ignored ->
                "Do not tell the person. No page, extract or count may give it away.";
            case Duty.Log ignored -> "Record that it was shared: what, with whom, why, on which decision.";
            case Duty.ReviewWithin review ->
                "Have somebody look at this decision again within "
                        + (review.workingDays() == 1 ? "one working day." : review.workingDays() + " working days.");
            case Duty.RecordSecondApprover ignored -> "Record with it who the second approver was.";
            case Duty.HumanDecision ignored ->
                "Let a person, never a machine alone, decide what follows, and hear the resident first.";
            case Duty.MarkAsOpinion opinion -> "Mark as opinion, not fact: " + list(opinion.fields()) + ".";
            case Duty.GuardAddress ignored -> "Treat the address as protected: show it to nobody who does not need it.";
        };
    }

    /** The duty's name, its sentence, and its values by name. */
    Map<String, Object> fields(Duty duty) {
        var fields = new TreeMap<String, Object>(values(duty));
        fields.put("duty", name(duty));
        fields.put("sentence", sentence(duty));
        return fields;
    }

    /** The duty's name as ledgers and machines have it: {@code only-these-fields}. */
    static String name(Duty duty) {
        return duty.getClass()
                .getSimpleName()
                .replaceAll("(?<=[a-z])(?=[A-Z])", "-")
                .toLowerCase(Locale.ROOT);
    }

    private static Map<String, Object> values(Duty duty) {
        return switch (duty) {
            case Duty.OnlyTheseFields only -> Map.of("fields", sorted(only.fields()));
            case Duty.OnlyThisForm only -> Map.of("form", only.form().word());
            case Duty.SuppressBelow below -> Map.of("persons", below.persons());
            case Duty.ExpireOn expire -> Map.of("day", expire.day().toString());
            case Duty.DestroyBy destroy ->
                Map.of("day", destroy.day().toString(), "certificate", destroy.certificate());
            case Duty.DestroyDerivedBy destroy -> Map.of("day", destroy.day().toString());
            case Duty.UseOnlyFor use -> Map.of("purposes", sorted(use.purposes()));
            case Duty.UseLimitTravels limit -> Map.of("row", limit.row(), "limit", limit.limit());
            case Duty.NoOnwardSharing onward -> Map.of("save-to", sorted(onward.saveTo()));
            case Duty.ReviewWithin review -> Map.of("working-days", review.workingDays());
            case Duty.MarkAsOpinion opinion -> Map.of("fields", sorted(opinion.fields()));
            case Duty.TellThePerson ignored -> Map.of();
            case Duty.DoNotTellThePerson ignored -> Map.of();
            case Duty.Log ignored -> Map.of();
            case Duty.RecordSecondApprover ignored -> Map.of();
            case Duty.HumanDecision ignored -> Map.of();
            case Duty.GuardAddress ignored -> Map.of();
        };
    }

    private String provision(String row) {
        return answer.opened().law().row(row).map(LawRow::provision).orElse(row);
    }

    private static String list(Collection<String> words) {
        return String.join(", ", sorted(words));
    }

    private static List<String> sorted(Collection<String> words) {
        return words.stream().sorted().toList();
    }
}
