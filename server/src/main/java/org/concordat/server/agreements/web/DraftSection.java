package org.concordat.server.agreements.web;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.concordat.policy.agreements.FileShapes;
import org.concordat.policy.reading.Node;
import org.concordat.policy.reading.Shape;

/**
 * A part of a draft that is filled in on a page of its own: a group of fields, a list of groups, or all plain fields together.
 *
 * @param key in the page's address, and after {@code agreements.section.}
 */
record DraftSection(String key, List<Shape.Field> fields) {

    static final String ABOUT = "about";

    /** What the server needs as it is: another code, tier above or number would be another document. */
    private static final Set<String> FIXED = Set.of("parent", "version");

    DraftSection {
        fields = List.copyOf(fields);
    }

    /** All of a kind of file, in its order. */
    static List<DraftSection> of(String kind) {
        var plain = new ArrayList<Shape.Field>();
        var sections = new ArrayList<DraftSection>();
        for (Shape.Field field : shape(kind).fields()) {
            if (field.shape() instanceof Shape.Group
                    || field.shape() instanceof Shape.ListOf list && list.of() instanceof Shape.Group) {
                sections.add(new DraftSection(field.name(), List.of(field)));
            } else if (!field.name().equals(kind) && !FIXED.contains(field.name())) {
                plain.add(field);
            }
        }
        sections.addFirst(new DraftSection(ABOUT, plain));
        return sections;
    }

    private static Shape.Group shape(String kind) {
        return Objects.requireNonNull(FileShapes.KINDS.get(kind), kind);
    }

    boolean isOptional() {
        return fields.stream().noneMatch(Shape.Field::required);
    }

    /** What a draft says in it. */
    Map<String, Node> in(Node.Fields draft) {
        var said = new LinkedHashMap<String, Node>();
        fields.forEach(field ->
                Optional.ofNullable(draft.nodes().get(field.name())).ifPresent(node -> said.put(field.name(), node)));
        return said;
    }

    /** The draft with other answers in this section, in the order of its kind; what the kind does not know stands last. */
    Node.Fields replaced(String kind, Node.Fields draft, Map<String, Node> answers) {
        var all = new LinkedHashMap<>(draft.nodes());
        fields.forEach(field -> all.remove(field.name()));
        all.putAll(answers);
        var ordered = new LinkedHashMap<String, Node>();
        shape(kind)
                .fields()
                .forEach(field -> Optional.ofNullable(all.remove(field.name()))
                        .ifPresent(node -> ordered.put(field.name(), node)));
        ordered.putAll(all);
        return new Node.Fields(draft.place(), ordered, Map.of());
    }

    /** Whether a line of the draft lies in it. */
    boolean holds(Node.Fields draft, int line) {
        return draft.places().entrySet().stream()
                .filter(each -> each.getValue().line() <= line)
                .max(Map.Entry.comparingByValue())
                .filter(last -> fields.stream().anyMatch(field -> field.name().equals(last.getKey())))
                .isPresent();
    }
}
