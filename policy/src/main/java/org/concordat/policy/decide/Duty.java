package org.concordat.policy.decide;

import java.time.LocalDate;
import java.util.Set;
import org.concordat.policy.words.SharingForm;

/** What a permitted share obliges. Nothing may leave unless each is carried out. */
public sealed interface Duty {

    /** Only these fields leave. */
    record OnlyTheseFields(Set<String> fields) implements Duty {}

    /** It leaves in this form only. */
    record OnlyThisForm(SharingForm form) implements Duty {}

    /** Counts below so many persons are hidden. */
    record SuppressBelow(int persons) implements Duty {}

    /** After that day it can no longer be opened. */
    record ExpireOn(LocalDate day) implements Duty {}

    /** What was shared is destroyed by then. */
    record DestroyBy(LocalDate day, boolean certificate) implements Duty {}

    /** What was made of it is destroyed by then. */
    record DestroyDerivedBy(LocalDate day) implements Duty {}

    /** It is used for these purposes only. */
    record UseOnlyFor(Set<String> purposes) implements Duty {}

    /**
     * A gateway's own limit travels with the data.
     *
     * @param row of the law pack
     */
    record UseLimitTravels(String row, String limit) implements Duty {}

    /** It is not passed on, save to these. */
    record NoOnwardSharing(Set<String> saveTo) implements Duty {}

    /** The person is told. */
    record TellThePerson() implements Duty {}

    /** No page, extract or count gives it away. */
    record DoNotTellThePerson() implements Duty {}

    /** It is recorded. Every permitted share carries this. */
    record Log() implements Duty {}

    /** A person looks at it again within so many working days. */
    record ReviewWithin(int workingDays) implements Duty {}

    /** A second approver's name is recorded with it. */
    record RecordSecondApprover() implements Duty {}

    /** A person decides whatever follows, and hears the resident first. */
    record HumanDecision() implements Duty {}

    /** These fields travel marked as opinion. */
    record MarkAsOpinion(Set<String> fields) implements Duty {}

    /** The address is treated as protected. */
    record GuardAddress() implements Duty {}
}
