package org.concordat.server.agreements;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.concordat.policy.reading.Node;
import org.concordat.policy.reading.Place;
import org.concordat.policy.reading.Problems;
import org.concordat.policy.reading.Shape;

/** What a draft says where somebody has yet to write or choose: a gap. Such a draft is not sent out: nobody signs a gap. */
public final class Unwritten {

    /** In a text that has to be written. */
    public static final String TEXT = "TO BE WRITTEN";

    /** In the place of a code that has to be chosen. */
    public static final String CODE = "to-be-chosen";

    /** Code of the problem that a gap is. */
    public static final String PROBLEM = "AGREEMENT-UNWRITTEN";

    private static final List<String> MARKS = List.of(TEXT, CODE);

    private static final Place PLACE = new Place("form", 1);

    private Unwritten() {}

    /** Whether anything within is a gap. */
    public static boolean isIn(Node node) {
        return switch (node) {
            case Node.Text text -> MARKS.stream().anyMatch(text.value()::contains);
            case Node.Items items -> items.nodes().stream().anyMatch(Unwritten::isIn);
            case Node.Fields group -> group.nodes().values().stream().anyMatch(Unwritten::isIn);
        };
    }

    /** Whether it is a gap and nothing else, so that a form shows an empty field. */
    public static boolean is(Node node) {
        return node instanceof Node.Text text && MARKS.contains(text.value());
    }

    /**
     * The answers with a gap for each that is required and missing. Days and numbers of the document itself are left out: the
     * register sorts by them, so a draft has them from the beginning.
     */
    public static Map<String, Node> filled(List<Shape.Field> fields, Map<String, Node> answers) {
        var filled = new LinkedHashMap<String, Node>();
        for (Shape.Field field : fields) {
            if (!mayBeGap(field.shape()) || answers.containsKey(field.name())) {
                Optional.ofNullable(answers.get(field.name()))
                        .ifPresent(node -> filled.put(field.name(), filled(field.shape(), node)));
            } else if (field.required()) {
                filled.put(field.name(), gap(field.shape()));
            }
        }
        answers.forEach(filled::putIfAbsent);
        return filled;
    }

    private static Node filled(Shape shape, Node node) {
        if (shape instanceof Shape.Group group && node instanceof Node.Fields fields) {
            return new Node.Fields(fields.place(), filledWithin(group, fields.nodes()), Map.of());
        }
        if (shape instanceof Shape.ListOf list && node instanceof Node.Items items) {
            return items.nodes().isEmpty() && !list.mayBeEmpty()
                    ? gap(shape)
                    : new Node.Items(
                            items.place(),
                            items.nodes().stream()
                                    .map(each -> filled(list.of(), each))
                                    .toList());
        }
        return node;
    }

    private static Map<String, Node> filledWithin(Shape.Group group, Map<String, Node> answers) {
        var filled = new LinkedHashMap<String, Node>();
        for (Shape.Field field : group.fields()) {
            Optional<Node> answer = Optional.ofNullable(answers.get(field.name()));
            if (answer.isPresent()) {
                filled.put(field.name(), filled(field.shape(), answer.get()));
            } else if (field.required()) {
                filled.put(field.name(), gap(field.shape()));
            }
        }
        answers.forEach(filled::putIfAbsent);
        return filled;
    }

    /** Whether a field of that shape of the document itself may be a gap. */
    static boolean mayBeGap(Shape ofDocument) {
        return !(ofDocument instanceof Shape.Day || ofDocument instanceof Shape.Whole);
    }

    private static Node gap(Shape shape) {
        return switch (shape) {
            case Shape.Prose _ -> new Node.Text(PLACE, TEXT);
            case Shape.Id _,
                    Shape.Reference _,
                    Shape.OneOf _,
                    Shape.Day _,
                    Shape.Whole _,
                    Shape.YesNo _,
                    Shape.Bytes _ -> new Node.Text(PLACE, CODE);
            case Shape.ListOf list -> new Node.Items(PLACE, list.mayBeEmpty() ? List.of() : List.of(gap(list.of())));
            case Shape.Group group -> new Node.Fields(PLACE, filledWithin(group, Map.of()), Map.of());
        };
    }

    /** Whether a line of a draft's text holds a gap: what the folder's own checks say of it is said by the mark already. */
    static boolean isInLine(String text, int line) {
        return text.lines()
                .skip(line - 1L)
                .findFirst()
                .filter(each -> MARKS.stream().anyMatch(each::contains))
                .isPresent();
    }

    /** One problem for each field of the draft within which there is a gap. */
    static void check(String file, Node.Fields draft, Problems problems) {
        draft.nodes().forEach((name, node) -> {
            if (isIn(node)) {
                problems.add(
                        PROBLEM,
                        new Place(
                                file,
                                draft.places().getOrDefault(name, draft.place()).line()),
                        "Something within '" + name + "' is still to be written or chosen.",
                        "Settle whatever says " + String.join(" or ", MARKS) + ".");
            }
        });
    }
}
