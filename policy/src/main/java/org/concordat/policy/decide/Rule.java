package org.concordat.policy.decide;

import java.util.Locale;

/** The rules, each in one step, each with a page in docs/rules. The name of a rule is what is wrong when it refuses. */
public enum Rule {
    /** Whoever asks holds the role they ask in. */
    ROLE_NOT_HELD(Step.ORDER),
    /** Whoever asks has current training. */
    TRAINING_LAPSED(Step.ORDER),
    /** The schedule and the tiers above it hold on the day. */
    AGREEMENT_ENDED(Step.ORDER),
    /** Sender and recipient are parties on the day. */
    PARTY_NOT_JOINED(Step.ORDER),
    /** Sender and recipient signed all three tiers. */
    SIGNATURE_MISSING(Step.ORDER),
    /** Purpose, form and fields lie within the schedule. */
    NOT_AGREED(Step.ORDER),
    /** The schedule names the recipient, its team and the role. */
    RECIPIENT_NOT_NAMED(Step.ORDER),
    /** A single disclosure is about one named person and signed off. */
    SINGLE_DISCLOSURE(Step.ORDER),
    /** An emergency names one person and its reason. */
    SERIOUS_HARM(Step.ORDER),
    /** A power lets this sender disclose this to this recipient for this. */
    NO_GATEWAY(Step.POWER),
    /** No restriction forbids it. */
    RESTRICTED(Step.POWER),
    /** Limits that came with the data are kept. */
    USE_LIMITED(Step.POWER),
    /** It is written down why it is necessary and proportionate. */
    NOT_PROPORTIONATE(Step.HUMAN_RIGHTS),
    /** Something lifts the duty of confidence, or there is none. */
    CONFIDENTIAL(Step.CONFIDENCE),
    /** The national data opt-out is kept. */
    NATIONAL_OPT_OUT(Step.CONFIDENCE),
    /** Sender and recipient have a lawful basis open to them. */
    NO_LAWFUL_BASIS(Step.DATA_PROTECTION),
    /** One disclosure for a purpose for which the data were not collected is compatible with it, or exempt. */
    PURPOSE_CHANGED(Step.DATA_PROTECTION),
    /** Special-category data have their condition. */
    SPECIAL_CATEGORY(Step.DATA_PROTECTION),
    /** Criminal data have their condition. */
    CRIMINAL_DATA(Step.DATA_PROTECTION),
    /** Where consent is relied on, it was given. */
    CONSENT_MISSING(Step.DATA_PROTECTION),
    /** The person has not objected. */
    PERSON_OBJECTS(Step.DATA_PROTECTION),
    /** A protected address stays protected. */
    ADDRESS_PROTECTED(Step.DATA_PROTECTION),
    /** Whether the person lives is known. */
    PERSON_DECEASED(Step.DATA_PROTECTION),
    /** Research and statistics stay apart from measures about a person. */
    RESEARCH_ONLY(Step.DATA_PROTECTION),
    /** Nothing that says who leaves without need. */
    IDENTITY_NOT_NEEDED(Step.DATA_PROTECTION),
    /** No significant decision by machine alone. */
    DECIDED_BY_MACHINE(Step.DATA_PROTECTION),
    /** The impact assessment was done where it must be. */
    IMPACT_NOT_ASSESSED(Step.DATA_PROTECTION),
    /** People can know, where they are to be told. */
    PEOPLE_NOT_TOLD(Step.DATA_PROTECTION),
    /** Identifying again is for direct care, with two approvers. */
    IDENTIFYING_AGAIN(Step.DATA_PROTECTION),
    /** A second approver agreed where one is agreed. */
    SECOND_APPROVER(Step.DATA_PROTECTION);

    private final Step step;

    Rule(Step step) {
        this.step = step;
    }

    /** The step it belongs to. */
    public Step step() {
        return step;
    }

    /** As messages and pages have it: {@code TRAINING-LAPSED}. */
    public String code() {
        return name().toUpperCase(Locale.ROOT).replace('_', '-');
    }
}
