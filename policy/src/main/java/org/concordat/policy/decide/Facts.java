package org.concordat.policy.decide;

import java.util.EnumMap;
import java.util.Map;
import org.concordat.policy.agreements.AgreementFolder;
import org.concordat.policy.law.LawPack;
import org.concordat.policy.words.Answer;
import org.concordat.policy.words.FactName;

/**
 * What is known. Gathered by Concordat's own areas, never taken from whoever asks.
 *
 * @param answers what is not among them is unknown
 */
public record Facts(AgreementFolder folder, LawPack law, Map<FactName, Answer> answers) {

    public Facts {
        var copy = new EnumMap<FactName, Answer>(FactName.class);
        copy.putAll(answers);
        answers = java.util.Collections.unmodifiableMap(copy);
    }

    /** What is known of the fact. */
    public Answer of(FactName fact) {
        return answers.getOrDefault(fact, Answer.UNKNOWN);
    }

    /** Whether the fact is about each person concerned, rather than about the case, the asker or the agreement. */
    public static boolean isAboutThePerson(FactName fact) {
        return Situation.isAboutThePerson(fact);
    }
}
