package org.concordat.policy.law;

import java.time.LocalDate;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.concordat.policy.words.Detail;
import org.concordat.policy.words.FactName;
import org.concordat.policy.words.FieldClass;
import org.concordat.policy.words.Force;
import org.concordat.policy.words.Mark;
import org.concordat.policy.words.Nation;
import org.concordat.policy.words.OrganisationKind;
import org.concordat.policy.words.Origin;
import org.concordat.policy.words.PurposeKind;
import org.concordat.policy.words.RowKind;
import org.concordat.policy.words.Sensitivity;
import org.concordat.policy.words.SharingForm;

/**
 * One provision: who may, must or must not disclose what to whom for what.
 *
 * @param provision its name as lawyers cite it
 * @param nations where it applies
 * @param mark how its text was checked
 * @param verifiedOn when; empty where the source of the pack does not say
 * @param force whether it is known to be in force as it stands
 * @param from and {@code to}: between whom
 * @param mutual whether {@code to} may disclose to {@code from} as well
 * @param within whether sender and recipient must be the same organisation
 * @param purposes for what
 * @param reach which data it covers
 * @param requires facts that must be as wanted
 * @param useLimited whether the recipient may use what it gets for these purposes only; travels with the data
 * @param keepsConfidence whether the duty of confidence stands in spite of it, though it allows or requires disclosing
 * @param restricts what it forbids; only restrictions do
 * @param limits in plain English
 * @param fingerprint of the row as it stands in the pack, sixteen hexadecimal digits
 */
public record LawRow(
        String id,
        String provision,
        RowKind kind,
        Set<Nation> nations,
        Mark mark,
        Optional<LocalDate> verifiedOn,
        Force force,
        Optional<LocalDate> inForceFrom,
        Optional<LocalDate> inForceTo,
        Bodies from,
        Bodies to,
        boolean mutual,
        boolean within,
        Purposes purposes,
        Reach reach,
        Set<FactName> requires,
        boolean useLimited,
        boolean keepsConfidence,
        Optional<Restricts> restricts,
        String limits,
        Optional<String> offence,
        String link,
        String fingerprint) {

    /**
     * Bodies of certain kinds, bodies that the provision's own list names, or every body.
     *
     * @param anyone then {@code kinds} is empty and {@code listed} false
     * @param listed whether the provision has a list of its own; an organisation's file says which lists name it
     */
    public record Bodies(boolean anyone, boolean listed, Set<OrganisationKind> kinds) {
        /** Whether a body that is all of {@code body} at once is among these. */
        public boolean include(Set<OrganisationKind> body, boolean isListed) {
            return anyone ? !body.isEmpty() : !Collections.disjoint(body, kinds) || (listed && isListed);
        }
    }

    /**
     * Certain purposes, or every purpose.
     *
     * @param any then {@code kinds} is empty
     */
    public record Purposes(boolean any, Set<PurposeKind> kinds) {
        /** Whether one of the purpose's kinds is among these. */
        public boolean include(Set<PurposeKind> purpose) {
            return any ? !purpose.isEmpty() : !Collections.disjoint(purpose, kinds);
        }
    }

    /**
     * Which data a row covers. An empty set does not limit.
     *
     * @param origins only data of these; a row that names one is an express provision for it
     * @param forms only leaving so
     * @param details only these
     * @param exclusions never these
     */
    public record Reach(Set<Origin> origins, Set<SharingForm> forms, Set<Detail> details, List<Exclusion> exclusions) {}

    /**
     * Data that a row does not cover: those of which all is so that is named here. An empty set matches everything, but never
     * all are empty.
     *
     * @param senders when sent by one of these
     */
    public record Exclusion(
            Set<OrganisationKind> senders,
            Set<Origin> origins,
            Set<Sensitivity> sensitivities,
            Set<FieldClass> classes,
            boolean personal) {}

    /**
     * What a restriction forbids, and what it lets pass.
     *
     * @param origins data of these
     * @param receivedUnder data that its holder received under one of these rows
     * @param identifyingAgain finding out whom de-identified data are about
     * @param unlessPurposes not when for one of these
     * @param unlessForms not when leaving so
     * @param unlessExpress not when a gateway names that origin of data expressly
     * @param unlessFacts not when all of these are as wanted; none lets nothing pass
     * @param liftedBySeriousHarm whether a risk of serious harm lifts it
     */
    public record Restricts(
            Set<Origin> origins,
            Set<String> receivedUnder,
            boolean identifyingAgain,
            Set<PurposeKind> unlessPurposes,
            Set<SharingForm> unlessForms,
            boolean unlessExpress,
            Set<FactName> unlessFacts,
            boolean liftedBySeriousHarm) {}

    /** Whether the row begins after, or ended before, {@code day}. Days not recorded do not limit: the force column does. */
    public boolean isOutsideItsTime(LocalDate day) {
        return inForceFrom.filter(day::isBefore).isPresent()
                || inForceTo.filter(day::isAfter).isPresent();
    }

    /** Whether the pack itself has the row verified and known to be in force. */
    public boolean countsByItself() {
        return mark.isVerified() && force == Force.YES;
    }
}
