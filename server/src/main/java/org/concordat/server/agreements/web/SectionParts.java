package org.concordat.server.agreements.web;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.concordat.policy.reading.Node;
import org.concordat.policy.reading.Shape;
import org.concordat.server.foundation.forms.Option;

/**
 * Makes the form of a section from the shapes of its fields, with as many groups in each list as the answers have.
 *
 * @param choices what can be chosen
 */
record SectionParts(Choices choices) {

    private static final int LONGEST_LINE = 300;

    List<Part> of(List<Shape.Field> fields, Map<String, Node> answers) {
        return of("", fields, answers);
    }

    private List<Part> of(String prefix, List<Shape.Field> fields, Map<String, Node> answers) {
        String dataset = Optional.ofNullable(answers.get("dataset"))
                .map(SectionAnswers::value)
                .orElse("");
        var parts = new ArrayList<Part>();
        for (Shape.Field field : fields) {
            Optional<Node> answer = Optional.ofNullable(answers.get(field.name()));
            parts.add(part(prefix + field.name(), field, answer, dataset));
        }
        return parts;
    }

    private Part part(String name, Shape.Field field, Optional<Node> answer, String dataset) {
        return switch (field.shape()) {
            case Shape.Group group ->
                new Part.Together(
                        name,
                        section(field),
                        field.meaning(),
                        of(name + ".", group.fields(), SectionAnswers.nodes(answer)),
                        !field.required());
            case Shape.ListOf list
            when list.of() instanceof Shape.Group group -> several(name, field, group, SectionAnswers.items(answer));
            case Shape.ListOf list -> {
                List<String> chosen = SectionAnswers.items(answer).stream()
                        .map(SectionAnswers::value)
                        .toList();
                boolean offered = Choices.offers(list.of());
                yield question(
                        name,
                        offered ? "checkboxes" : "area",
                        field,
                        offered ? choices.of(list.of(), dataset, chosen) : List.of());
            }
            case Shape.Prose prose ->
                question(
                        name,
                        prose.longest() > LONGEST_LINE
                                        || answer.map(SectionAnswers::value)
                                                .filter(value -> value.contains("\n"))
                                                .isPresent()
                                ? "area"
                                : "text",
                        field,
                        List.of());
            case Shape.Day _ -> question(name, "date", field, List.of());
            case Shape.Whole _ -> question(name, "number", field, List.of());
            case Shape.OneOf _, Shape.YesNo _ ->
                // A radio button cannot be taken back, so what may be left out is a list to choose from.
                question(name, field.required() ? "radios" : "select", field, options(field, answer, dataset));
            case Shape.Reference _ ->
                Choices.offers(field.shape())
                        ? question(name, "select", field, options(field, answer, dataset))
                        : question(name, "text", field, List.of());
            case Shape.Id _, Shape.Bytes _ -> question(name, "text", field, List.of());
        };
    }

    private Part several(String name, Shape.Field field, Shape.Group group, List<Node> items) {
        var groups = new ArrayList<Part.Together>();
        for (int i = 0; i < items.size(); i++) {
            String item = name + "." + i;
            groups.add(new Part.Together(
                    item,
                    section(field),
                    "",
                    of(item + ".", group.fields(), SectionAnswers.nodes(Optional.of(items.get(i)))),
                    false));
        }
        return new Part.Several(name, section(field), field.meaning(), groups, !field.required());
    }

    private List<Option> options(Shape.Field field, Optional<Node> answer, String dataset) {
        return choices.of(
                field.shape(),
                dataset,
                answer.map(SectionAnswers::value).map(List::of).orElse(List.of()));
    }

    private static Part question(String name, String kind, Shape.Field field, List<Option> options) {
        return new Part.Question(name, kind, SectionAnswers.label(field), field.meaning(), options, !field.required());
    }

    private static String section(Shape.Field field) {
        return "agreements.section." + field.name();
    }
}
