package org.concordat.server.decisions.facts;

import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.concordat.policy.words.Answer;
import org.concordat.policy.words.FactName;

/**
 * All that was said for one decision.
 *
 * @param said by fact; for each fact in the order of the sources
 */
public record GatheredFacts(Map<FactName, List<Said>> said) {

    public GatheredFacts {
        var copy = new EnumMap<FactName, List<Said>>(FactName.class);
        said.forEach((fact, each) -> copy.put(fact, List.copyOf(each)));
        said = Collections.unmodifiableMap(copy);
    }

    /** These answers together. */
    public static GatheredFacts of(List<Said> all) {
        var said = new EnumMap<FactName, List<Said>>(FactName.class);
        all.forEach(each ->
                said.computeIfAbsent(each.fact(), none -> new ArrayList<>()).add(each));
        return new GatheredFacts(said);
    }

    /** What is believed of each fact. */
    public Map<FactName, Answer> answers() {
        var answers = new EnumMap<FactName, Answer>(FactName.class);
        said.forEach((fact, each) -> answers.put(fact, believed(fact, each)));
        return answers;
    }

    /** The welcome answer where somebody gives it and nobody the other; the unwelcome one where anybody gives it. */
    private static Answer believed(FactName fact, List<Said> said) {
        Answer believed = Answer.UNKNOWN;
        for (Said each : said) {
            if (each.answer() != Answer.UNKNOWN && believed != unwelcome(fact)) {
                believed = each.answer();
            }
        }
        return believed;
    }

    private static Answer unwelcome(FactName fact) {
        return fact.wanted() == Answer.YES ? Answer.NO : Answer.YES;
    }
}
