package org.concordat.policy.reading;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import org.concordat.policy.words.Word;

/**
 * Named fields that have been found to have their shape, read as what they mean. Asking for a field as something that its
 * shape does not promise is a caller's mistake and throws {@link IllegalArgumentException}.
 */
public final class Values {

    private final Node.Fields fields;

    private Values(Node.Fields fields) {
        this.fields = fields;
    }

    /** The values of {@code fields}, or nothing, and then the problems say why. */
    public static Optional<Values> of(String name, Node.Fields fields, Shape.Group shape, Problems problems) {
        int before = problems.count();
        new ShapeCheck(problems).check(name, fields, shape);
        return problems.count() == before ? Optional.of(new Values(fields)) : Optional.empty();
    }

    /** As read. */
    public Node.Fields fields() {
        return fields;
    }

    /** Where the group begins. */
    public Place place() {
        return fields.place();
    }

    /** Where that field's name stands, or the group, when it is left out. */
    public Place place(String field) {
        return fields.places().getOrDefault(field, fields.place());
    }

    public boolean has(String field) {
        return fields.nodes().containsKey(field);
    }

    /** The text of a field that its shape requires. */
    public String text(String field) {
        return optionalText(field).orElseThrow(() -> wrong(field, "required text"));
    }

    public Optional<String> optionalText(String field) {
        return Optional.ofNullable(fields.nodes().get(field)).map(node -> textOf(field, node));
    }

    public LocalDate day(String field) {
        return LocalDate.parse(text(field));
    }

    public Optional<LocalDate> optionalDay(String field) {
        return optionalText(field).map(LocalDate::parse);
    }

    public int whole(String field) {
        return Integer.parseInt(text(field));
    }

    public Optional<Integer> optionalWhole(String field) {
        return optionalText(field).map(Integer::valueOf);
    }

    public boolean isYes(String field) {
        return text(field).equals("yes");
    }

    /** Whether a field that may be left out says yes. Left out is no. */
    public boolean saysYes(String field) {
        return optionalText(field).filter("yes"::equals).isPresent();
    }

    public byte[] bytes(String field) {
        return Base64.getDecoder().decode(text(field));
    }

    public <W extends Enum<W> & Word> W word(String field, Class<W> vocabulary) {
        return spelled(field, text(field), vocabulary);
    }

    public <W extends Enum<W> & Word> Optional<W> optionalWord(String field, Class<W> vocabulary) {
        return optionalText(field).map(text -> spelled(field, text, vocabulary));
    }

    /** The words of a list, in the vocabulary's order; none when it is left out. */
    public <W extends Enum<W> & Word> Set<W> words(String field, Class<W> vocabulary) {
        Set<W> words = EnumSet.noneOf(vocabulary);
        texts(field).forEach(text -> words.add(spelled(field, text, vocabulary)));
        return Collections.unmodifiableSet(words);
    }

    /** The texts of a list, in order; none when it is left out. */
    public List<String> texts(String field) {
        return list(field, node -> textOf(field, node));
    }

    /** The texts of a list as a sorted set. */
    public Set<String> textSet(String field) {
        return Collections.unmodifiableSet(new TreeSet<>(texts(field)));
    }

    /** The groups of a list, in order; none when it is left out. */
    public List<Values> groups(String field) {
        return list(field, node -> groupOf(field, node));
    }

    public Values group(String field) {
        return optionalGroup(field).orElseThrow(() -> wrong(field, "required fields"));
    }

    public Optional<Values> optionalGroup(String field) {
        return Optional.ofNullable(fields.nodes().get(field)).map(node -> groupOf(field, node));
    }

    private <T> List<T> list(String field, Function<Node, T> read) {
        Node node = fields.nodes().get(field);
        if (node == null) {
            return List.of();
        }
        if (!(node instanceof Node.Items items)) {
            throw wrong(field, "a list");
        }
        var all = new ArrayList<T>();
        items.nodes().forEach(item -> all.add(read.apply(item)));
        return List.copyOf(all);
    }

    private static Values groupOf(String field, Node node) {
        if (node instanceof Node.Fields group) {
            return new Values(group);
        }
        throw wrong(field, "fields");
    }

    private static String textOf(String field, Node node) {
        if (node instanceof Node.Text text) {
            return text.value();
        }
        throw wrong(field, "text");
    }

    private static <W extends Enum<W> & Word> W spelled(String field, String text, Class<W> vocabulary) {
        return Word.of(vocabulary, text).orElseThrow(() -> wrong(field, vocabulary.getSimpleName()));
    }

    private static IllegalArgumentException wrong(String field, String as) {
        return new IllegalArgumentException("The shape does not promise '" + field + "' as " + as + ".");
    }
}
