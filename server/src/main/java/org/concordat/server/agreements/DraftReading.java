package org.concordat.server.agreements;

import java.util.LinkedHashMap;
import java.util.Optional;
import org.concordat.policy.reading.Node;
import org.concordat.policy.reading.Problems;
import org.concordat.policy.reading.Shape;
import org.concordat.policy.reading.Values;

/** Reads the text of a draft, in which {@link Unwritten gaps} may stand in the place of words, days and numbers. */
final class DraftReading {

    private static final String SOME_DAY = "2000-01-01";
    private static final int LONGEST = 20_000;

    private DraftReading() {}

    /**
     * The values of a draft: of the given shape, but for the gaps, each of which may stand wherever something is to be chosen.
     *
     * @return nothing where the draft is of another shape, and then the problems say why
     */
    static Optional<Values> read(String kind, Node.Fields draft, Shape.Group shape, Problems problems) {
        if (!Unwritten.isIn(draft)) {
            return Values.of(kind, draft, shape, problems);
        }
        // Checked with something allowed in the place of each gap, then read as the texts that stand there.
        var settled = new LinkedHashMap<>(draft.nodes());
        shape.fields().stream()
                .filter(field -> Unwritten.mayBeGap(field.shape()))
                .forEach(field -> settled.computeIfPresent(field.name(), (name, node) -> settled(field.shape(), node)));
        return Values.of(kind, new Node.Fields(draft.place(), settled, draft.places()), shape, problems)
                .flatMap(_ -> Values.of(kind, draft, (Shape.Group) asTexts(shape), problems));
    }

    private static Node settled(Shape shape, Node node) {
        return switch (node) {
            case Node.Text text ->
                text.value().equals(Unwritten.CODE) ? new Node.Text(text.place(), allowed(shape, text.value())) : text;
            case Node.Items items ->
                shape instanceof Shape.ListOf list
                        ? new Node.Items(
                                items.place(),
                                items.nodes().stream()
                                        .map(each -> settled(list.of(), each))
                                        .toList())
                        : items;
            case Node.Fields fields -> {
                var nodes = new LinkedHashMap<>(fields.nodes());
                if (shape instanceof Shape.Group group) {
                    group.fields()
                            .forEach(field ->
                                    nodes.computeIfPresent(field.name(), (name, each) -> settled(field.shape(), each)));
                }
                yield new Node.Fields(fields.place(), nodes, fields.places());
            }
        };
    }

    private static String allowed(Shape shape, String otherwise) {
        return switch (shape) {
            case Shape.OneOf words -> words.spellings().getFirst();
            case Shape.YesNo _ -> "no";
            case Shape.Day _ -> SOME_DAY;
            case Shape.Whole whole -> String.valueOf(whole.least());
            case Shape.Prose _, Shape.Id _, Shape.Reference _, Shape.Bytes _, Shape.ListOf _, Shape.Group _ ->
                otherwise;
        };
    }

    private static Shape asTexts(Shape shape) {
        return switch (shape) {
            case Shape.Prose _,
                    Shape.Id _,
                    Shape.Reference _,
                    Shape.OneOf _,
                    Shape.Day _,
                    Shape.Whole _,
                    Shape.YesNo _,
                    Shape.Bytes _ -> new Shape.Prose(LONGEST);
            case Shape.ListOf list -> new Shape.ListOf(asTexts(list.of()), list.mayBeEmpty());
            case Shape.Group group ->
                new Shape.Group(group.fields().stream()
                        .map(field -> new Shape.Field(
                                field.name(), asTexts(field.shape()), field.required(), field.meaning()))
                        .toList());
        };
    }
}
