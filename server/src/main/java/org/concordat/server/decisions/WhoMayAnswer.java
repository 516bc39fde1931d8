package org.concordat.server.decisions;

import static org.concordat.server.decisions.About.MATTER;
import static org.concordat.server.decisions.About.PURPOSE;
import static org.concordat.server.decisions.About.SCHEDULE;
import static org.concordat.server.foundation.acting.Role.CALDICOTT_GUARDIAN;
import static org.concordat.server.foundation.acting.Role.CASE_COORDINATOR;
import static org.concordat.server.foundation.acting.Role.DATA_STEWARD;
import static org.concordat.server.foundation.acting.Role.EXECUTIVE_SIGNATORY;
import static org.concordat.server.foundation.acting.Role.INFORMATION_GOVERNANCE_OFFICER;
import static org.concordat.server.foundation.acting.Role.INFORMATION_SHARING_OFFICER;
import static org.concordat.server.foundation.acting.Role.PRACTITIONER;
import static org.concordat.server.foundation.acting.Role.RIGHTS_OFFICER;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.concordat.policy.words.FactName;
import org.concordat.server.foundation.acting.Role;

/**
 * Which role of which side may answer which fact, about what: the one table.
 *
 * @param side whose people may answer
 * @param about what a statement of it can be about
 * @param byAnother whether it must be somebody other than whoever asks
 */
public record WhoMayAnswer(Set<Role> roles, Side side, Set<About> about, boolean byAnother) {

    /** Of a request. */
    public enum Side {
        /** Whoever would send. */
        SENDER,
        /** Whoever would receive. */
        RECIPIENT,
        /** Both. */
        EITHER;

        /** Whether that organisation is this side of a share between these two. */
        boolean is(String organisation, String sender, String recipient) {
            return switch (this) {
                case SENDER -> organisation.equals(sender);
                case RECIPIENT -> organisation.equals(recipient);
                case EITHER -> organisation.equals(sender) || organisation.equals(recipient);
            };
        }
    }

    /** Who may answer this fact. What parties, consent and other areas know besides is asked too, and a no from there wins. */
    public static WhoMayAnswer of(FactName fact) {
        return switch (fact) {
            // An asker who has no place here, such as a police officer with a form: the sender's officer has checked.
            case TRAINING_CURRENT, ROLE_HELD -> may(Side.EITHER, List.of(MATTER), INFORMATION_GOVERNANCE_OFFICER);
            case CONSENT_GIVEN -> may(Side.EITHER, List.of(MATTER), PRACTITIONER, CASE_COORDINATOR, RIGHTS_OFFICER);
            case PERSON_OBJECTS -> may(Side.EITHER, List.of(MATTER), RIGHTS_OFFICER, INFORMATION_GOVERNANCE_OFFICER);
            case OPTED_OUT_NATIONALLY, ADDRESS_PROTECTED ->
                may(Side.SENDER, List.of(MATTER), DATA_STEWARD, INFORMATION_GOVERNANCE_OFFICER);
            case PERSON_DECEASED, PERSON_IS_CHILD ->
                may(
                        Side.SENDER,
                        List.of(MATTER),
                        DATA_STEWARD,
                        PRACTITIONER,
                        CASE_COORDINATOR,
                        INFORMATION_GOVERNANCE_OFFICER);
            case CHILD_CONSENT_COMPETENT -> may(Side.EITHER, List.of(MATTER), PRACTITIONER, CASE_COORDINATOR);
            case NECESSARY_AND_PROPORTIONATE ->
                may(Side.EITHER, List.of(MATTER), INFORMATION_GOVERNANCE_OFFICER, INFORMATION_SHARING_OFFICER);
            case OVERRIDING_INTEREST_RECORDED ->
                may(Side.SENDER, List.of(MATTER), CALDICOTT_GUARDIAN, EXECUTIVE_SIGNATORY)
                        .byAnotherThanTheAsker();
            case APPROVAL_HELD -> may(Side.EITHER, List.of(SCHEDULE, PURPOSE), INFORMATION_GOVERNANCE_OFFICER);
            case REQUEST_MADE ->
                may(
                        Side.EITHER,
                        List.of(SCHEDULE, MATTER),
                        INFORMATION_GOVERNANCE_OFFICER,
                        INFORMATION_SHARING_OFFICER);
            case CONDITIONS_MET, COMPATIBLE_WITH_FUNCTIONS, CODE_FOLLOWED, STRICTLY_NECESSARY ->
                may(Side.SENDER, List.of(SCHEDULE, PURPOSE, MATTER), INFORMATION_GOVERNANCE_OFFICER);
            case LIKELY_TO_HELP_CARE, IN_BEST_INTERESTS ->
                may(Side.EITHER, List.of(MATTER), PRACTITIONER, CASE_COORDINATOR, CALDICOTT_GUARDIAN);
            case MORE_DETRIMENTAL_TO_CHILD -> may(Side.EITHER, List.of(MATTER), CASE_COORDINATOR, CALDICOTT_GUARDIAN);
            case ON_PUBLIC_REGISTER ->
                may(Side.EITHER, List.of(SCHEDULE), INFORMATION_SHARING_OFFICER, INFORMATION_GOVERNANCE_OFFICER);
            case WITHIN_OBJECTS -> may(Side.SENDER, List.of(SCHEDULE, PURPOSE, MATTER), EXECUTIVE_SIGNATORY);
            case COMPATIBLE_WITH_COLLECTION ->
                may(Side.SENDER, List.of(PURPOSE, MATTER), INFORMATION_GOVERNANCE_OFFICER);
            case EXEMPTION_TESTED -> may(Side.SENDER, List.of(MATTER), INFORMATION_GOVERNANCE_OFFICER);
            case SENIOR_SIGN_OFF ->
                may(Side.SENDER, List.of(MATTER), CALDICOTT_GUARDIAN, EXECUTIVE_SIGNATORY)
                        .byAnotherThanTheAsker();
            case CONTROLLER_CONSENTS -> may(Side.SENDER, List.of(MATTER), INFORMATION_GOVERNANCE_OFFICER);
            case PROCESSOR_BOUND -> may(Side.EITHER, List.of(SCHEDULE), INFORMATION_GOVERNANCE_OFFICER);
            case SECOND_APPROVER ->
                may(
                                Side.EITHER,
                                List.of(MATTER),
                                INFORMATION_GOVERNANCE_OFFICER,
                                CALDICOTT_GUARDIAN,
                                EXECUTIVE_SIGNATORY)
                        .byAnotherThanTheAsker();
            case DECIDED_BY_PERSON ->
                may(
                        Side.RECIPIENT,
                        List.of(SCHEDULE, PURPOSE, MATTER),
                        PRACTITIONER,
                        CASE_COORDINATOR,
                        INFORMATION_GOVERNANCE_OFFICER);
            case IMPACT_ASSESSED -> may(Side.SENDER, List.of(SCHEDULE, PURPOSE), INFORMATION_GOVERNANCE_OFFICER);
            case PRIVACY_NOTICE_GIVEN ->
                may(Side.SENDER, List.of(SCHEDULE, PURPOSE, MATTER), INFORMATION_GOVERNANCE_OFFICER);
        };
    }

    /** Facts that people of this role may answer, about whatever. */
    static List<FactName> factsOf(Role role) {
        return Arrays.stream(FactName.values())
                .filter(fact -> of(fact).roles().contains(role))
                .toList();
    }

    /** The narrowest thing of a decision that an answer can be about; none where it needs a schedule and there is none. */
    Optional<About> narrowest(boolean underASchedule) {
        return Stream.of(MATTER, SCHEDULE, PURPOSE)
                .filter(about::contains)
                .filter(each -> each != SCHEDULE || underASchedule)
                .findFirst();
    }

    private static WhoMayAnswer may(Side side, List<About> about, Role... roles) {
        return new WhoMayAnswer(EnumSet.copyOf(List.of(roles)), side, EnumSet.copyOf(about), false);
    }

    private WhoMayAnswer byAnotherThanTheAsker() {
        return new WhoMayAnswer(roles, side, about, true);
    }
}
