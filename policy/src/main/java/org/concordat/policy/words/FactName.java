package org.concordat.policy.words;

/**
 * What can be asked of the world before something is shared. Each fact has the one answer that allows sharing where the fact
 * matters; any other answer, and not knowing, does not.
 */
public enum FactName implements Word {
    /** About whoever asks. */
    TRAINING_CURRENT(Answer.YES, "Is the asker's training up to date?", "the asker's supervisor"),
    /** About whoever asks. */
    ROLE_HELD(Answer.YES, "Does the asker hold the role they ask in, on that day?", "the asker's organisation"),
    /** About the person. */
    CONSENT_GIVEN(
            Answer.YES, "Has the person agreed to this, and not withdrawn?", "whoever records the person's consent"),
    /** About the person. */
    PERSON_OBJECTS(Answer.NO, "Has the person objected to this?", "whoever keeps objections"),
    /** About the person. */
    OPTED_OUT_NATIONALLY(
            Answer.NO, "Does the national data opt-out cover this person here?", "the health body that sends"),
    /** About the person. */
    ADDRESS_PROTECTED(
            Answer.NO, "Must this person's address be kept from others?", "the sender's record of protected addresses"),
    /** About the person. */
    PERSON_DECEASED(Answer.NO, "Has the person died?", "the sender"),
    /** About the person; a child is asked for consent otherwise. */
    PERSON_IS_CHILD(Answer.NO, "Is the person a child?", "the sender"),
    /** About a child. */
    CHILD_CONSENT_COMPETENT(
            Answer.YES,
            "Did a child who understands, or someone with parental responsibility, give the consent?",
            "the professional who asked for it"),
    /** About the case. */
    NECESSARY_AND_PROPORTIONATE(
            Answer.YES, "Is it written down why this is necessary and proportionate?", "whoever asks"),
    /** About confidence. */
    OVERRIDING_INTEREST_RECORDED(
            Answer.YES,
            "Has a senior professional recorded why the public interest outweighs confidence in this case?",
            "the sender's Caldicott guardian or senior officer"),
    /** About confidence. */
    APPROVAL_HELD(
            Answer.YES, "Is the national approval in force, and are its conditions met?", "the approved applicant"),
    /** About a gateway that answers requests. */
    REQUEST_MADE(Answer.YES, "Did the recipient ask for this, as the gateway demands?", "the recipient"),
    /** About a gateway's own conditions. */
    CONDITIONS_MET(Answer.YES, "Are the gateway's own conditions met?", "the sender's information governance officer"),
    /** About a gateway limited to functions. */
    COMPATIBLE_WITH_FUNCTIONS(
            Answer.YES,
            "Is it compatible with the sender's own functions?",
            "the sender's information governance officer"),
    /** About direct care. */
    LIKELY_TO_HELP_CARE(
            Answer.YES, "Is it likely to help the person's care?", "the professional who cares for the person"),
    /** About direct care. */
    IN_BEST_INTERESTS(Answer.YES, "Is it in the person's best interests?", "the professional who cares for the person"),
    /** About children. */
    MORE_DETRIMENTAL_TO_CHILD(
            Answer.NO, "Would sharing be more detrimental to the child than not sharing?", "the safeguarding lead"),
    /** About a gateway with a code. */
    CODE_FOLLOWED(
            Answer.YES, "Is the gateway's code of practice followed?", "the sender's information governance officer"),
    /** About a gateway with a register. */
    ON_PUBLIC_REGISTER(Answer.YES, "Is the agreement on the public register?", "the agreement's steward"),
    /** About a body without statutory powers. */
    WITHIN_OBJECTS(Answer.YES, "Does it lie within the sender's objects?", "the sender's trustees or directors"),
    /** About reuse within one controller. */
    COMPATIBLE_WITH_COLLECTION(
            Answer.YES,
            "Is the new use compatible with why the data were collected?",
            "the controller's data protection officer"),
    /** About an exemption. */
    EXEMPTION_TESTED(
            Answer.YES, "Was the exemption tested for this one case?", "the sender's information governance officer"),
    /** About a single disclosure. */
    SENIOR_SIGN_OFF(Answer.YES, "Has a senior officer signed this off?", "a senior officer of the sender"),
    /** About identifying again what was made unrecognisable. */
    CONTROLLER_CONSENTS(
            Answer.YES,
            "Has the controller who had identities removed agreed that this person is identified again?",
            "the data protection officer of that controller"),
    /** About a party that acts only on instructions. */
    PROCESSOR_BOUND(
            Answer.YES,
            "Is there a written contract that binds the processor to its controller's instructions?",
            "the controller's data protection officer"),
    /** About identifying again, and about shares that the parties want two people for. */
    SECOND_APPROVER(Answer.YES, "Has a second approver agreed?", "the second approver the agreement names"),
    /** About decisions that weigh heavily. */
    DECIDED_BY_PERSON(
            Answer.YES, "Will a person decide, and hear the resident, before anything follows?", "the recipient"),
    /** About a new or changed share. */
    IMPACT_ASSESSED(
            Answer.YES,
            "Has the data protection impact assessment been done and signed off?",
            "the sender's data protection officer"),
    /** About information to people. */
    PRIVACY_NOTICE_GIVEN(
            Answer.YES, "Does the privacy notice say that this is shared, with whom and why?", "the sender"),
    /** About law-enforcement processing. */
    STRICTLY_NECESSARY(
            Answer.YES,
            "Is it strictly necessary for the law-enforcement purpose?",
            "the sender's data protection officer");

    private final Answer wanted;
    private final String question;
    private final String supplier;

    FactName(Answer wanted, String question, String supplier) {
        this.wanted = wanted;
        this.question = question;
        this.supplier = supplier;
    }

    /** The answer with which sharing may go on where the fact matters: yes or no, never unknown. */
    public Answer wanted() {
        return wanted;
    }

    /** The fact as a question in plain English. */
    public String question() {
        return question;
    }

    /** Who can answer it. */
    public String supplier() {
        return supplier;
    }
}
