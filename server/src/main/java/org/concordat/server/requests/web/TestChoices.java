package org.concordat.server.requests.web;

import java.util.Arrays;
import java.util.List;
import org.concordat.policy.law.LawCondition;
import org.concordat.policy.questions.Powers;
import org.concordat.policy.words.ConfidenceRoute;
import org.concordat.policy.words.LawfulBasis;
import org.concordat.policy.words.SpecialCondition;
import org.concordat.policy.words.Transparency;
import org.concordat.policy.words.Word;
import org.concordat.server.catalogue.EntryKind;
import org.concordat.server.foundation.forms.Option;
import org.concordat.server.requests.DataRequest;
import org.concordat.server.requests.Outlines;
import org.concordat.server.requests.TestQuestion;
import org.springframework.stereotype.Component;

/** What can be chosen as the answer to each question of the four-step test. */
@Component
class TestChoices {

    private final Outlines outlines;
    private final Names names;

    TestChoices(Outlines outlines, Names names) {
        this.outlines = outlines;
        this.names = names;
    }

    /** None where it is answered in words or in days. */
    List<Option> of(TestQuestion question, DataRequest request) {
        return switch (question) {
            case POWER ->
                outlines.powers(request).map(Powers::carrying).orElse(List.of()).stream()
                        .map(power -> Option.named(power.row().id(), power.row().provision()))
                        .toList();
            case CONFIDENCE_ROUTE -> words(ConfidenceRoute.values(), "requests.confidence.");
            case SENDER_BASIS, RECIPIENT_BASIS -> words(LawfulBasis.values(), "requests.basis.");
            case CONDITION -> words(SpecialCondition.values(), "requests.condition.");
            case PARAGRAPH -> paragraphs(false);
            case CRIMINAL_PARAGRAPH -> paragraphs(true);
            case RECIPIENT_ROLE -> names.options(EntryKind.ROLE);
            case TRANSPARENCY -> words(Transparency.values(), "requests.transparency.");
            case HOW_OFTEN ->
                List.of(
                        Option.key("once", "requests.how-often.once"),
                        Option.key("ongoing", "requests.how-often.ongoing"));
            case FUNCTION,
                    INTERFERENCE,
                    NECESSITY,
                    PROPORTION,
                    CONFIDENCE_REASON,
                    NOTICE,
                    SHARED_DAYS,
                    DERIVED_DAYS,
                    SECURITY -> List.of();
        };
    }

    /** An answer as the page shows it: what was chosen in words, or what was typed. */
    Option shown(TestQuestion question, String answer, DataRequest request) {
        return of(question, request).stream()
                .filter(option -> option.value().equals(answer))
                .findFirst()
                .orElseGet(() -> Option.named(answer, answer));
    }

    private List<Option> paragraphs(boolean criminal) {
        return outlines.law().paragraphs().values().stream()
                .filter(paragraph -> paragraph.criminal() == criminal)
                .map((LawCondition.Paragraph paragraph) -> Option.named(paragraph.id(), paragraph.citation()))
                .toList();
    }

    private static List<Option> words(Word[] words, String prefix) {
        return Arrays.stream(words)
                .map(word -> Option.key(word.word(), prefix + word.word()))
                .toList();
    }
}
