package org.concordat.server.catalogue.web;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.concordat.policy.reading.Values;
import org.concordat.policy.words.PurposeKind;
import org.concordat.policy.words.Word;
import org.concordat.server.foundation.forms.Form;
import org.concordat.server.foundation.forms.Option;

/** A purpose as it is typed. */
final class PurposeForm {

    private static final int LONGEST_ABOUT = 4000;

    private PurposeForm() {}

    /**
     * The text of the purpose's file; nothing where the form has problems, which are noted in it.
     *
     * @param fixed the code of one that is there already
     */
    static Optional<String> text(Form form, Optional<String> fixed) {
        String name =
                form.text("name").label("catalogue.name").required().atMost(300).value();
        Optional<String> code = fixed.isPresent()
                ? fixed
                : form.text("code")
                        .label("catalogue.code")
                        .required()
                        .matches(DatasetForm.CODE, "code")
                        .atMost(60)
                        .optional();
        SequencedSet<String> kinds = form.choices(
                        "kinds",
                        Word.spellings(PurposeKind.class).stream()
                                .collect(Collectors.toMap(Function.identity(), Function.identity())))
                .label("catalogue.purpose.kinds")
                .required()
                .value();
        String about = form.text("about")
                .label("catalogue.purpose.about")
                .required()
                .lines()
                .atMost(LONGEST_ABOUT)
                .value();
        if (form.hasProblems()) {
            return Optional.empty();
        }
        Map<String, Object> written = new LinkedHashMap<>();
        written.put("purpose", code.orElseThrow());
        written.put("name", name);
        written.put("kinds", List.copyOf(kinds));
        written.put("about", about);
        return Optional.of(DatasetForm.yaml(written));
    }

    static Form filled(Values values) {
        return Form.empty()
                .with("name", values.text("name"))
                .with("kinds", values.texts("kinds"))
                .with("about", values.text("about"));
    }

    static String kinds(Values values) {
        return String.join(", ", values.texts("kinds")).replace('-', ' ');
    }

    static List<Option> kindsOffered() {
        return Word.spellings(PurposeKind.class).stream()
                .map(word -> Option.named(word, word.replace('-', ' ')))
                .toList();
    }
}
