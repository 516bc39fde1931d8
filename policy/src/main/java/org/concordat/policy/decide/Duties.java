package org.concordat.policy.decide;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.concordat.policy.agreements.Dataset.DatasetField;
import org.concordat.policy.agreements.Terms;
import org.concordat.policy.decide.Request.Ground;
import org.concordat.policy.law.LawRow;
import org.concordat.policy.law.SeriousHarm;
import org.concordat.policy.words.Authorship;
import org.concordat.policy.words.FactName;

/** What a permitted share obliges. */
final class Duties {

    /** Where no schedule says below which count a cell is hidden, the field's rule of thumb does. */
    private static final int RULE_OF_THUMB_PERSONS = 6;

    private Duties() {}

    static List<Duty> of(Situation situation) {
        var duties = new ArrayList<Duty>();
        Set<String> fields = new TreeSet<>(situation.request.fields());
        duties.add(new Duty.OnlyTheseFields(fields));
        duties.add(new Duty.OnlyThisForm(situation.request.form()));
        duties.add(new Duty.Log());
        if (situation.terms.isPresent()) {
            agreed(situation, situation.terms.get(), duties);
        } else {
            duties.add(new Duty.UseOnlyFor(Set.of(situation.purpose.id())));
            duties.add(new Duty.NoOnwardSharing(Set.of()));
            if (!situation.isPersonal()) {
                duties.add(new Duty.SuppressBelow(RULE_OF_THUMB_PERSONS));
            }
        }
        if (situation.request.ground() instanceof Ground.Single single) {
            duties.add(single.law().exemption().isPresent() ? new Duty.DoNotTellThePerson() : new Duty.TellThePerson());
        }
        for (LawRow row : new Gateways(situation).carrying()) {
            if (row.useLimited()) {
                duties.add(new Duty.UseLimitTravels(row.id(), row.limits()));
            }
        }
        situation
                .dataset
                .receivedUnder()
                .flatMap(situation.facts.law()::row)
                .filter(LawRow::useLimited)
                .ifPresent(row -> duties.add(new Duty.UseLimitTravels(row.id(), row.limits())));
        if (situation.isSeriousHarm()) {
            situation
                    .facts
                    .law()
                    .seriousHarm()
                    .map(SeriousHarm::reviewWithinWorkingDays)
                    .ifPresent(days -> duties.add(new Duty.ReviewWithin(days)));
            if (situation.tellsPlace()) {
                duties.add(new Duty.GuardAddress());
            }
        }
        if (situation.request.significantDecision()) {
            duties.add(new Duty.HumanDecision());
        }
        boolean second = situation.relied().contains(FactName.SECOND_APPROVER);
        if (second) {
            duties.add(new Duty.RecordSecondApprover());
        }
        Set<String> opinions = new TreeSet<>();
        situation.fields.stream()
                .filter(field -> field.authorship() == Authorship.OPINION)
                .map(DatasetField::id)
                .forEach(opinions::add);
        if (!opinions.isEmpty()) {
            duties.add(new Duty.MarkAsOpinion(opinions));
        }
        return List.copyOf(duties);
    }

    private static void agreed(Situation situation, Terms terms, List<Duty> duties) {
        Terms.Safeguards safeguards = terms.safeguards();
        duties.add(new Duty.UseOnlyFor(Set.of(situation.purpose.id())));
        duties.add(new Duty.NoOnwardSharing(new TreeSet<>(terms.onwardTo())));
        duties.add(new Duty.DestroyBy(
                situation.on().plusDays(terms.retention().sharedDays()),
                terms.retention().certificate()));
        duties.add(new Duty.DestroyDerivedBy(
                situation.on().plusDays(terms.retention().derivedDays())));
        safeguards
                .expiresAfterDays()
                .ifPresent(days -> duties.add(new Duty.ExpireOn(situation.on().plusDays(days))));
        if (!situation.isPersonal()) {
            duties.add(new Duty.SuppressBelow(safeguards.suppressBelowPersons()));
            return;
        }
        duties.add(
                switch (safeguards.transparency()) {
                    case TELL -> new Duty.TellThePerson();
                    case DO_NOT_TELL -> new Duty.DoNotTellThePerson();
                });
    }
}
