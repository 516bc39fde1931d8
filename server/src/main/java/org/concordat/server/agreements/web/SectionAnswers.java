package org.concordat.server.agreements.web;

import java.text.Normalizer;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.concordat.policy.reading.Node;
import org.concordat.policy.reading.Place;
import org.concordat.policy.reading.Problem;
import org.concordat.policy.reading.Problems;
import org.concordat.policy.reading.Shape;
import org.concordat.policy.reading.Values;
import org.concordat.server.agreements.Unwritten;
import org.concordat.server.foundation.forms.Form;
import org.springframework.context.support.DefaultMessageSourceResolvable;

/**
 * Reads the fields of a form as what a section of a draft says. A field within a group is called {@code group.field}, one of a
 * list of groups {@code list.0.field}. What was not changed stays to the letter.
 */
final class SectionAnswers {

    static final String COUNT = ".count";
    static final int MOST_GROUPS = 200;

    private static final Place PLACE = new Place("form", 1);
    private static final int LONGEST_OTHER = 20_000;

    private final Form form;

    SectionAnswers(Form form) {
        this.form = form;
    }

    /** What was typed for these fields; what was left empty is left out. */
    Map<String, Node> read(List<Shape.Field> fields, Map<String, Node> before) {
        return read("", fields, before);
    }

    private Map<String, Node> read(String prefix, List<Shape.Field> fields, Map<String, Node> before) {
        var answers = new LinkedHashMap<String, Node>();
        for (Shape.Field field : fields) {
            read(prefix + field.name(), field, Optional.ofNullable(before.get(field.name())))
                    .ifPresent(node -> answers.put(field.name(), node));
        }
        before.forEach((name, node) -> {
            if (fields.stream().noneMatch(field -> field.name().equals(name))) {
                answers.put(name, node);
            }
        });
        return answers;
    }

    private Optional<Node> read(String name, Shape.Field field, Optional<Node> before) {
        return switch (field.shape()) {
            case Shape.Group group ->
                Optional.of(read(name + ".", group.fields(), nodes(before)))
                        .filter(answers -> !answers.isEmpty())
                        .map(SectionAnswers::group);
            case Shape.ListOf list
            when list.of() instanceof Shape.Group group ->
                Optional.of(groups(name, group, items(before)))
                        .filter(groups -> field.required() || !groups.isEmpty())
                        .map(groups -> new Node.Items(PLACE, groups));
            case Shape.ListOf list ->
                Optional.of(texts(name, field, list))
                        .filter(texts ->
                                !texts.isEmpty() || list.mayBeEmpty() && (field.required() || before.isPresent()))
                        .map(texts -> new Node.Items(PLACE, kept(texts, items(before))));
            case Shape.Day _ -> day(name, label(field));
            case Shape.Prose prose -> text(name, field, prose.longest(), before);
            case Shape.Id _, Shape.Reference _, Shape.OneOf _, Shape.Whole _, Shape.YesNo _, Shape.Bytes _ ->
                text(name, field, LONGEST_OTHER, before);
        };
    }

    private List<Node> groups(String name, Shape.Group group, List<Node> before) {
        String typed = form.text(name + COUNT).label("agreements.form.count").value();
        int count = typed.matches("[0-9]{1,3}") ? Math.min(Integer.parseInt(typed), MOST_GROUPS) : 0;
        var groups = new ArrayList<Node>();
        for (int i = 0; i < count; i++) {
            Optional<Node> old = i < before.size() ? Optional.of(before.get(i)) : Optional.empty();
            groups.add(group(read(name + "." + i + ".", group.fields(), nodes(old))));
        }
        return groups;
    }

    private List<String> texts(String name, Shape.Field field, Shape.ListOf list) {
        return Choices.offers(list.of())
                ? form.several(name, label(field))
                : form.text(name)
                        .label(label(field))
                        .lines()
                        .atMost(LONGEST_OTHER)
                        .value()
                        .lines()
                        .map(String::strip)
                        .filter(line -> !line.isEmpty())
                        .toList();
    }

    /** Checkboxes come in the order of the page; a list of the same items stays in its own. */
    private static List<Node> kept(List<String> texts, List<Node> before) {
        List<String> old = before.stream().map(SectionAnswers::value).toList();
        Stream<String> first = old.stream().filter(texts::contains);
        Stream<String> added = texts.stream().filter(text -> !old.contains(text));
        return Stream.concat(first, added)
                .<Node>map(text -> new Node.Text(PLACE, text))
                .toList();
    }

    private Optional<Node> day(String name, String label) {
        Optional<LocalDate> day = form.date(name).label(label).value();
        String typed = Stream.of("-year", "-month", "-day")
                .map(part -> form.text(name + part).value())
                .reduce((one, two) -> one + "-" + two)
                .orElseThrow();
        return day.map(LocalDate::toString)
                .or(() -> Optional.of(typed).filter(text -> !text.equals("--")))
                .map(text -> new Node.Text(PLACE, text));
    }

    private Optional<Node> text(String name, Shape.Field field, int longest, Optional<Node> before) {
        String typed =
                form.text(name).label(label(field)).lines().atMost(longest).value();
        return before.filter(old -> !typed.isEmpty() && asTyped(value(old)).equals(typed))
                .or(() -> Optional.of(typed).filter(text -> !text.isEmpty()).map(text -> new Node.Text(PLACE, text)));
    }

    private static String asTyped(String value) {
        return Normalizer.normalize(value.replace("\r\n", "\n").strip(), Normalizer.Form.NFC);
    }

    /** Notes in the form what the fields' shapes say against the answers. */
    void check(List<Shape.Field> fields, Map<String, Node> answers) {
        check("", fields, answers);
    }

    private void check(String prefix, List<Shape.Field> fields, Map<String, Node> answers) {
        for (Shape.Field field : fields) {
            String name = prefix + field.name();
            Optional<Node> answer = Optional.ofNullable(answers.get(field.name()));
            if (field.shape() instanceof Shape.Group group) {
                if (field.required() || answer.isPresent()) {
                    check(name + ".", group.fields(), nodes(answer));
                }
            } else if (answer.isEmpty()) {
                if (field.required()) {
                    form.problem(name, "agreements.form.missing", labelText(field));
                }
            } else if (field.shape() instanceof Shape.ListOf list
                    && list.of() instanceof Shape.Group group
                    && answer.get() instanceof Node.Items items
                    && !items.nodes().isEmpty()) {
                for (int i = 0; i < items.nodes().size(); i++) {
                    check(
                            name + "." + i + ".",
                            group.fields(),
                            nodes(Optional.of(items.nodes().get(i))));
                }
            } else if (!isUnwritten(answer.get())) {
                checkOne(name, field, answer.get());
            }
        }
    }

    private static boolean isUnwritten(Node answer) {
        return Unwritten.is(answer)
                || answer instanceof Node.Items items && items.nodes().stream().anyMatch(Unwritten::is);
    }

    private void checkOne(String name, Shape.Field field, Node answer) {
        var problems = new Problems();
        var alone = new Node.Fields(PLACE, Map.of(field.name(), answer), Map.of());
        if (Values.of(field.name(), alone, new Shape.Group(List.of(field)), problems)
                .isEmpty()) {
            Problem first = problems.inOrder().getFirst();
            form.problem(name, "agreements.form.wrong", labelText(field), first.cause(), first.remedy());
        }
    }

    /** Has the form know these fields, whether or not they were sent. */
    static void readAll(Form form, Collection<String> names) {
        for (String name : names) {
            String day = name.replaceFirst("-(day|month|year)$", "");
            String label = "agreements.field." + day.substring(day.lastIndexOf('.') + 1);
            if (name.endsWith(COUNT)) {
                form.several(name, "agreements.form.count");
            } else if (!day.equals(name)) {
                form.date(day).label(label).value();
            } else {
                form.several(name, label);
            }
        }
    }

    static String label(Shape.Field field) {
        return "agreements.field." + field.name();
    }

    private static DefaultMessageSourceResolvable labelText(Shape.Field field) {
        return new DefaultMessageSourceResolvable(new String[] {label(field)}, field.name());
    }

    static Node.Fields group(Map<String, Node> answers) {
        return new Node.Fields(PLACE, answers, Map.of());
    }

    static Map<String, Node> nodes(Optional<Node> node) {
        return node.filter(Node.Fields.class::isInstance)
                .map(group -> ((Node.Fields) group).nodes())
                .orElse(Collections.emptyMap());
    }

    static List<Node> items(Optional<Node> node) {
        return node.filter(Node.Items.class::isInstance)
                .map(items -> ((Node.Items) items).nodes())
                .orElse(List.of());
    }

    static String value(Node node) {
        return node instanceof Node.Text text ? text.value() : "";
    }
}
