package org.concordat.server.agreements.web;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.concordat.policy.agreements.FileShapes;
import org.concordat.policy.reading.Node;
import org.concordat.policy.reading.Shape;
import org.concordat.policy.reading.Values;
import org.concordat.server.agreements.Unwritten;
import org.concordat.server.foundation.parts.Revised;

/**
 * A file of the agreement folder as sections for people to read: names in place of codes, days in words.
 *
 * @param sections in the order of the file
 */
record Paper(List<Section> sections) {

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d MMMM yyyy", Locale.UK);

    /** What the page itself shows elsewhere. */
    private static final Set<String> SHOWN_ELSEWHERE = Set.of("title", "versions");

    Paper {
        sections = List.copyOf(sections);
    }

    /**
     * One part.
     *
     * @param key of its heading, after {@code agreements.section.}
     * @param items each a list of lines; one where the part is no list
     */
    record Section(String key, List<Item> items) {
        Section {
            items = List.copyOf(items);
        }

        String text() {
            return items.stream()
                    .flatMap(item -> item.lines().stream())
                    .map(Line::value)
                    .collect(Collectors.joining("\n"));
        }
    }

    /** Lines that belong together. */
    record Item(List<Line> lines) {
        Item {
            lines = List.copyOf(lines);
        }
    }

    /** A name, after {@code agreements.field.}, and what it says. */
    record Line(String key, String value) {}

    /** Of a file of that kind. */
    static Paper of(String kind, Values values, Map<String, Map<String, String>> names) {
        var writer = new Writer(names);
        var about = new ArrayList<Line>();
        var rest = new ArrayList<Section>();
        Shape.Group shape = Objects.requireNonNull(FileShapes.KINDS.get(kind));
        for (Shape.Field field : shape.fields()) {
            Node node = values.fields().nodes().get(field.name());
            if (node == null || SHOWN_ELSEWHERE.contains(field.name())) {
                continue;
            }
            if (node instanceof Node.Fields group && field.shape() instanceof Shape.Group inner) {
                rest.addAll(writer.sections(field.name(), inner, group));
            } else if (node instanceof Node.Items items
                    && field.shape() instanceof Shape.ListOf list
                    && list.of() instanceof Shape.Group inner) {
                rest.add(new Section(field.name(), writer.items(inner, items)));
            } else {
                about.add(new Line(field.name(), writer.text(field.shape(), node)));
            }
        }
        rest.addFirst(new Section("about", List.of(new Item(about))));
        return new Paper(rest);
    }

    /** Which sections differ, and how. */
    static List<Revised> between(Paper before, Paper after) {
        Map<String, String> old = texts(before);
        Map<String, String> now = texts(after);
        var keys = new ArrayList<>(now.keySet());
        new TreeSet<>(old.keySet())
                .stream().filter(key -> !now.containsKey(key)).forEach(keys::add);
        return keys.stream()
                .filter(key -> !Objects.equals(old.get(key), now.get(key)))
                .map(key ->
                        Revised.of("agreements.section." + key, old.getOrDefault(key, ""), now.getOrDefault(key, "")))
                .toList();
    }

    private static Map<String, String> texts(Paper paper) {
        var texts = new LinkedHashMap<String, String>();
        paper.sections().forEach(section -> texts.merge(section.key(), section.text(), (one, two) -> one + "\n" + two));
        return texts;
    }

    /** Writes nodes as texts. */
    private record Writer(Map<String, Map<String, String>> names) {

        /** The group's plain lines as one section, each list of groups within it as another. */
        List<Section> sections(String name, Shape.Group shape, Node.Fields group) {
            var lines = new ArrayList<Line>();
            var lists = new ArrayList<Section>();
            for (Shape.Field field : shape.fields()) {
                Node node = group.nodes().get(field.name());
                if (node instanceof Node.Items items
                        && field.shape() instanceof Shape.ListOf list
                        && list.of() instanceof Shape.Group inner) {
                    lists.add(new Section(field.name(), items(inner, items)));
                } else if (node instanceof Node.Fields inner && field.shape() instanceof Shape.Group innerShape) {
                    lists.addAll(sections(field.name(), innerShape, inner));
                } else if (node != null) {
                    lines.add(new Line(field.name(), text(field.shape(), node)));
                }
            }
            return Stream.concat(Stream.of(new Section(name, List.of(new Item(lines)))), lists.stream())
                    .toList();
        }

        List<Item> items(Shape.Group shape, Node.Items items) {
            return items.nodes().stream()
                    .map(node -> node instanceof Node.Fields group ? item(shape, group) : new Item(List.of()))
                    .toList();
        }

        private Item item(Shape.Group shape, Node.Fields group) {
            var lines = new ArrayList<Line>();
            for (Shape.Field field : shape.fields()) {
                Node node = group.nodes().get(field.name());
                if (node != null) {
                    lines.add(new Line(field.name(), text(field.shape(), node)));
                }
            }
            return new Item(lines);
        }

        String text(Shape shape, Node node) {
            return switch (node) {
                case Node.Text text -> text(shape, text.value());
                case Node.Items items ->
                    items.nodes().stream()
                            .map(each -> text(shape instanceof Shape.ListOf list ? list.of() : shape, each))
                            .collect(Collectors.joining(", "));
                case Node.Fields group ->
                    group.nodes().values().stream()
                            .map(each -> text(new Shape.Prose(1), each))
                            .collect(Collectors.joining(", "));
            };
        }

        private String text(Shape shape, String value) {
            if (value.equals(Unwritten.CODE)) {
                return value.replace('-', ' ');
            }
            return switch (shape) {
                case Shape.Day _ -> LocalDate.parse(value).format(DAY);
                case Shape.Reference reference ->
                    names.getOrDefault(reference.to(), Map.of()).getOrDefault(value, value);
                case Shape.OneOf _ -> value.replace('-', ' ');
                case Shape.Prose _,
                        Shape.Id _,
                        Shape.Whole _,
                        Shape.YesNo _,
                        Shape.Bytes _,
                        Shape.ListOf _,
                        Shape.Group _ -> value;
            };
        }
    }
}
