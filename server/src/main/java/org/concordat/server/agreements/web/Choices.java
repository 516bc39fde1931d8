package org.concordat.server.agreements.web;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.concordat.policy.reading.Shape;
import org.concordat.server.agreements.Unwritten;
import org.concordat.server.foundation.forms.Option;

/**
 * What can be chosen in the fields of a draft: words of vocabularies, and what the partnership knows by a code.
 *
 * @param names by what they are names of, then by code
 * @param fieldsOf the fields of each dataset
 */
record Choices(Map<String, Map<String, String>> names, Map<String, List<String>> fieldsOf) {

    private static final String FIELD = "field of the dataset";

    /** What is chosen and not typed. */
    private static final Set<String> KNOWN = Set.of(
            "organisation",
            "team",
            "dataset",
            "purpose",
            "role",
            "row of the law pack",
            "paragraph of the law pack",
            FIELD);

    Choices {
        names = Map.copyOf(names);
        fieldsOf = Map.copyOf(fieldsOf);
    }

    /** Whether a value of that shape is chosen and not typed. */
    static boolean offers(Shape shape) {
        return switch (shape) {
            case Shape.OneOf _, Shape.YesNo _ -> true;
            case Shape.Reference reference -> KNOWN.contains(reference.to());
            case Shape.Prose _, Shape.Id _, Shape.Day _, Shape.Whole _, Shape.Bytes _, Shape.ListOf _, Shape.Group _ ->
                false;
        };
    }

    /**
     * All that can be chosen, and what is chosen already even where nobody knows it.
     *
     * @param dataset whose fields are meant
     */
    List<Option> of(Shape shape, String dataset, List<String> chosen) {
        var options = new ArrayList<Option>();
        switch (shape) {
            case Shape.OneOf words -> words.spellings().forEach(word -> options.add(Option.named(word, inWords(word))));
            case Shape.YesNo _ ->
                List.of("yes", "no").forEach(word -> options.add(Option.key(word, "agreements.form." + word)));
            case Shape.Reference reference
            when reference.to().equals(FIELD) ->
                fieldsOf.getOrDefault(dataset, List.of()).forEach(field -> options.add(Option.named(field, field)));
            case Shape.Reference reference ->
                names.getOrDefault(reference.to(), Map.of()).entrySet().stream()
                        .sorted(Map.Entry.<String, String>comparingByValue(Comparator.naturalOrder())
                                .thenComparing(Map.Entry.comparingByKey()))
                        .forEach(each -> options.add(Option.named(each.getKey(), each.getValue())));
            case Shape.Prose _, Shape.Id _, Shape.Day _, Shape.Whole _, Shape.Bytes _, Shape.ListOf _, Shape.Group _ ->
                throw new IllegalArgumentException("nothing can be chosen for " + shape);
        }
        new LinkedHashSet<>(chosen)
                .stream()
                        .filter(value -> !value.isEmpty()
                                && !value.equals(Unwritten.CODE)
                                && options.stream()
                                        .noneMatch(option -> option.value().equals(value)))
                        .forEach(value -> options.add(Option.named(value, value)));
        return options;
    }

    private static String inWords(String word) {
        // Of all words of the vocabularies, one holds a name.
        String text = word.replace('-', ' ').replace("ireland", "Ireland");
        return text.substring(0, 1).toUpperCase(Locale.UK) + text.substring(1);
    }
}
