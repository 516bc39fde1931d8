package org.concordat.benchmarks.policy;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.TreeSet;
import org.concordat.policy.decide.Request;
import org.concordat.policy.decide.Request.Ground;
import org.concordat.policy.decide.Request.Side;
import org.concordat.policy.decide.Request.Subjects;
import org.concordat.policy.words.Answer;
import org.concordat.policy.words.FactName;

/**
 * A request under one of the made-up agreements, and what is known. About half are permitted when all agreements are signed
 * and in force; the others are refused, or lack a fact.
 *
 * @param twist in which way it differs from what was agreed
 */
record Question(Request request, Map<FactName, Answer> answers, Twist twist) {

    /** What is not as agreed. */
    enum Twist {
        /** All is. */
        NONE,
        /** One fact that matters is not known. */
        FACT_UNKNOWN,
        /** One fact that matters is against it. */
        FACT_AGAINST,
        /** Another role asks. */
        ROLE,
        /** It is for another purpose, which the schedule of a tax share allows and a restriction forbids. */
        PURPOSE,
        /** A field is asked for that the schedule does not cover. */
        FIELD,
        /** It is asked after the agreement has ended. */
        DAY,
        /** Somebody else is to receive it. */
        RECIPIENT
    }

    /** Facts about which people are asked everywhere, so that leaving one out always matters. */
    private static final List<FactName> ALWAYS_ASKED = List.of(
            FactName.ROLE_HELD,
            FactName.TRAINING_CURRENT,
            FactName.PRIVACY_NOTICE_GIVEN,
            FactName.IMPACT_ASSESSED,
            FactName.PERSON_DECEASED);

    /** So many, drawn at random. Half have no twist. */
    static List<Question> about(List<Share> shares, int count, long seed) {
        var random = new SplittableRandom(seed);
        var questions = new ArrayList<Question>();
        List<Twist> twists = List.of(Twist.values());
        for (int i = 0; i < count; i++) {
            Share share = shares.get(random.nextInt(shares.size()));
            Twist twist = random.nextBoolean() ? Twist.NONE : twists.get(1 + random.nextInt(twists.size() - 1));
            questions.add(about(share, twist, shares, random));
        }
        return List.copyOf(questions);
    }

    private static Question about(Share share, Twist twist, List<Share> shares, SplittableRandom random) {
        ShareKind kind = share.kind();
        var fields = new TreeSet<>(kind.fields);
        if (random.nextBoolean()) {
            fields.removeLast();
        }
        Map<FactName, Answer> answers = allAsWanted();
        if (random.nextInt(5) == 0) {
            answers.put(FactName.PERSON_IS_CHILD, Answer.YES);
        }
        String role = kind.role;
        String purpose = share.purpose();
        String recipient = share.recipient();
        LocalDate day = MadeUpFolder.DAY;
        FactName fact = ALWAYS_ASKED.get(random.nextInt(ALWAYS_ASKED.size()));
        switch (twist) {
            case NONE -> {}
            case FACT_UNKNOWN -> answers.remove(fact);
            case FACT_AGAINST -> answers.put(fact, fact.wanted() == Answer.YES ? Answer.NO : Answer.YES);
            case ROLE -> role = kind == ShareKind.TAX ? ShareKind.FAMILY.role : ShareKind.TAX.role;
            case PURPOSE -> purpose = (kind == ShareKind.VISIT ? ShareKind.DISCHARGE : ShareKind.VISIT).purpose + "-0";
            case FIELD -> fields.add("offence");
            case DAY -> day = LocalDate.of(2029, 1, 1).plusDays(random.nextInt(100));
            case RECIPIENT ->
                recipient = shares.get(random.nextInt(shares.size())).recipient();
        }
        return new Question(
                new Request(
                        Side.of(share.sender()),
                        Side.of(recipient),
                        role,
                        share.dataset(),
                        Set.copyOf(fields),
                        purpose,
                        ShareKind.FORM,
                        Subjects.ONE,
                        new Ground.UnderAgreement(Optional.empty()),
                        false,
                        false,
                        day),
                Map.copyOf(answers),
                twist);
    }

    /** Every fact as wanted. */
    static Map<FactName, Answer> allAsWanted() {
        var answers = new EnumMap<FactName, Answer>(FactName.class);
        for (FactName fact : FactName.values()) {
            answers.put(fact, fact.wanted());
        }
        return answers;
    }
}
