package org.concordat.server.agreements.web;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.concordat.policy.reading.Node;
import org.concordat.policy.reading.Shape;
import org.concordat.server.agreements.Unwritten;
import org.concordat.server.foundation.forms.Form;

/** What a section of a draft says as the fields of a form; {@link SectionAnswers} reads them again. */
final class SectionFields {

    private final Map<String, List<String>> values = new LinkedHashMap<>();

    private SectionFields() {}

    /** The fields of a form by name, each with what it shows. */
    static Map<String, List<String>> of(List<Shape.Field> fields, Map<String, Node> answers) {
        var filled = new SectionFields();
        filled.fill("", fields, answers);
        return filled.values;
    }

    /** A form that shows it. */
    static Form form(List<Shape.Field> fields, Map<String, Node> answers) {
        Form form = Form.empty();
        of(fields, answers).forEach(form::with);
        return form;
    }

    private void fill(String prefix, List<Shape.Field> fields, Map<String, Node> answers) {
        for (Shape.Field field : fields) {
            fill(
                    prefix + field.name(),
                    field.shape(),
                    Optional.ofNullable(answers.get(field.name())).filter(answer -> !Unwritten.is(answer)));
        }
    }

    private void fill(String name, Shape shape, Optional<Node> answer) {
        switch (shape) {
            case Shape.Group group -> fill(name + ".", group.fields(), SectionAnswers.nodes(answer));
            case Shape.ListOf list
            when list.of() instanceof Shape.Group group -> {
                List<Node> items = SectionAnswers.items(answer);
                put(name + SectionAnswers.COUNT, String.valueOf(items.size()));
                for (int i = 0; i < items.size(); i++) {
                    fill(name + "." + i + ".", group.fields(), SectionAnswers.nodes(Optional.of(items.get(i))));
                }
            }
            case Shape.ListOf list -> {
                List<String> texts = SectionAnswers.items(answer).stream()
                        .filter(item -> !Unwritten.is(item))
                        .map(SectionAnswers::value)
                        .toList();
                if (Choices.offers(list.of())) {
                    values.put(name, texts);
                } else {
                    put(name, texts.stream().collect(Collectors.joining("\n")));
                }
            }
            case Shape.Day _ -> answer.ifPresent(day -> day(name, SectionAnswers.value(day)));
            case Shape.Prose _,
                    Shape.Id _,
                    Shape.Reference _,
                    Shape.OneOf _,
                    Shape.Whole _,
                    Shape.YesNo _,
                    Shape.Bytes _ -> put(name, answer.map(SectionAnswers::value).orElse(""));
        }
    }

    /** Also one that is no day of the calendar, as it was typed. */
    private void day(String name, String value) {
        List<String> parts = List.of("-year", "-month", "-day");
        String[] typed = value.split("-", parts.size());
        for (int i = 0; i < typed.length; i++) {
            String part = typed[i];
            put(name + parts.get(i), part.matches("0[1-9]") ? part.substring(1) : part);
        }
    }

    private void put(String name, String value) {
        values.put(name, List.of(value));
    }
}
