package org.concordat.server.requests;

import java.util.Arrays;
import java.util.List;
import org.concordat.policy.decide.Step;
import org.concordat.policy.words.Word;

/** What the four-step test asks about a request. The word of each is its field on the page and its key in the messages. */
public enum TestQuestion implements Word {
    /** Row of the law pack on which whoever supplies would rely. */
    POWER(Step.POWER, Kind.CHOICE),
    /** Which function of the two bodies it serves. */
    FUNCTION(Step.POWER, Kind.TEXT),
    /** How it touches people's private and family life. */
    INTERFERENCE(Step.HUMAN_RIGHTS, Kind.TEXT),
    /** Why less would not do. */
    NECESSITY(Step.HUMAN_RIGHTS, Kind.TEXT),
    /** Why the good outweighs it. */
    PROPORTION(Step.HUMAN_RIGHTS, Kind.TEXT),
    /** What lifts the duty of confidence, or that there is none. */
    CONFIDENCE_ROUTE(Step.CONFIDENCE, Kind.CHOICE),
    /** Why that is so. */
    CONFIDENCE_REASON(Step.CONFIDENCE, Kind.TEXT),
    /** Lawful basis of whoever supplies. */
    SENDER_BASIS(Step.DATA_PROTECTION, Kind.CHOICE),
    /** Lawful basis of whoever receives. */
    RECIPIENT_BASIS(Step.DATA_PROTECTION, Kind.CHOICE),
    /** Condition for special categories. */
    CONDITION(Step.DATA_PROTECTION, Kind.SPECIAL),
    /** Paragraph that completes the condition. */
    PARAGRAPH(Step.DATA_PROTECTION, Kind.OPTIONAL),
    /** Paragraph that allows criminal data. */
    CRIMINAL_PARAGRAPH(Step.DATA_PROTECTION, Kind.CRIMINAL),
    /** Role of those who will see it. */
    RECIPIENT_ROLE(Step.DATA_PROTECTION, Kind.CHOICE),
    /** Whether people are told. */
    TRANSPARENCY(Step.DATA_PROTECTION, Kind.CHOICE),
    /** Where people can read of it, or why they are not told. */
    NOTICE(Step.DATA_PROTECTION, Kind.TEXT),
    /** Once or ongoing. */
    HOW_OFTEN(Step.DATA_PROTECTION, Kind.CHOICE),
    /** Days for which what was shared is kept. */
    SHARED_DAYS(Step.DATA_PROTECTION, Kind.DAYS),
    /** Days for which what was made of it is kept. */
    DERIVED_DAYS(Step.DATA_PROTECTION, Kind.DAYS),
    /** How it travels and is protected. */
    SECURITY(Step.DATA_PROTECTION, Kind.TEXT);

    /** How a question is answered, and whether it must be. */
    public enum Kind {
        /** In words. */
        TEXT,
        /** One of several. */
        CHOICE,
        /** One of several, or none. */
        OPTIONAL,
        /** One of several, where special categories are among the data. */
        SPECIAL,
        /** One of several, where criminal data are among the data. */
        CRIMINAL,
        /** A number of days. */
        DAYS
    }

    private final Step step;
    private final Kind kind;

    TestQuestion(Step step, Kind kind) {
        this.step = step;
        this.kind = kind;
    }

    /** The step it belongs to. */
    public Step step() {
        return step;
    }

    /** How it is answered. */
    public Kind kind() {
        return kind;
    }

    /** Key of the question in the messages. */
    public String labelKey() {
        return "requests.test." + word();
    }

    /** Key of who can answer it. */
    public String whomKey() {
        return "requests.test.whom." + step.name().toLowerCase(java.util.Locale.ROOT);
    }

    /** The questions of one step, in the order of asking. */
    public static List<TestQuestion> of(Step step) {
        return Arrays.stream(values()).filter(question -> question.step == step).toList();
    }
}
