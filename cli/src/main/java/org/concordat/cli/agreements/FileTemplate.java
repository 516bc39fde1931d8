package org.concordat.cli.agreements;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import org.concordat.policy.reading.Shape;
import org.concordat.policy.reading.Shape.Field;
import org.concordat.policy.reading.Shape.Group;

/**
 * A kind of file as one to fill in: every field with what it means and what it may hold. What may be left out stands behind a
 * hash. Nothing is filled in, so that a template counts for nothing until somebody has thought about each line.
 */
public final class FileTemplate {
    private static final int DEEPER = 2;

    /** What fits into one line; longer texts are paragraphs. */
    private static final int LINE_CHARACTERS = 300;

    private final List<String> lines = new ArrayList<>();
    private final Predicate<Field> fits;

    private FileTemplate(Predicate<Field> fits) {
        this.fits = fits;
    }

    /** The file's lines. */
    public static List<String> of(Group shape) {
        return of(shape, field -> true, field -> false);
    }

    /**
     * The file's lines, where only some fields of the whole fit.
     *
     * @param fits which of the fields there are
     * @param wanted which of the outermost must be filled in, though their shape lets them be left out
     */
    public static List<String> of(Group shape, Predicate<Field> fits, Predicate<Field> wanted) {
        var template = new FileTemplate(fits);
        template.fitting(shape).forEach(field -> {
            template.lines.add("");
            template.field(field, new Margin("", "", 0), field.required() || wanted.test(field));
        });
        return List.copyOf(template.lines);
    }

    /**
     * What a line begins with.
     *
     * @param before spaces up to where something optional begins
     * @param hash {@code "# "} within something optional, otherwise empty
     * @param indent spaces after that
     */
    private record Margin(String before, String hash, int indent) {
        Margin deeper() {
            return new Margin(before, hash, indent + DEEPER);
        }

        /** From here on optional, unless all around is already. */
        Margin optional() {
            return hash.isEmpty() ? new Margin(before + " ".repeat(indent), "# ", 0) : this;
        }

        @Override
        public String toString() {
            return before + hash + " ".repeat(indent);
        }
    }

    private List<Field> fitting(Group group) {
        return group.fields().stream().filter(fits).toList();
    }

    private void field(Field field, Margin outer, boolean live) {
        Margin margin = live ? outer : outer.optional();
        // Within what is optional anyway, what may be left out stands behind a hash of its own.
        String mark = live || outer.hash().isEmpty() ? margin.toString() : margin + "# ";
        String meaning = (live ? "" : "Optional. ") + field.meaning() + " " + allowed(field.shape());
        lines.addAll(Plain.lines(outer + "# ", outer + "#   ", meaning));
        value(mark + field.name() + ":", field.shape(), margin);
    }

    private void value(String start, Shape shape, Margin margin) {
        switch (shape) {
            case Group group -> {
                lines.add(start);
                fitting(group).forEach(field -> field(field, margin.deeper(), field.required()));
            }
            case Shape.ListOf list -> {
                if (list.of() instanceof Group group) {
                    lines.add(start);
                    lines.add(margin.deeper() + "-");
                    fitting(group).forEach(field -> field(field, margin.deeper().deeper(), field.required()));
                } else {
                    lines.add(start + " []");
                }
            }
            case Shape.Prose ignored -> lines.add(start);
            case Shape.Id ignored -> lines.add(start);
            case Shape.Reference ignored -> lines.add(start);
            case Shape.OneOf ignored -> lines.add(start);
            case Shape.Day ignored -> lines.add(start);
            case Shape.Whole ignored -> lines.add(start);
            case Shape.YesNo ignored -> lines.add(start);
            case Shape.Bytes ignored -> lines.add(start);
        }
    }

    private static String allowed(Shape shape) {
        return switch (shape) {
            case Shape.Prose prose -> prose.longest() > LINE_CHARACTERS ? "Text, of several lines after |." : "Text.";
            case Shape.Id ignored -> "An id, such as SA-1.";
            case Shape.Reference reference -> "The id of " + article(reference.to()) + reference.to() + ".";
            case Shape.OneOf words -> "One of: " + String.join(", ", words.spellings()) + ".";
            case Shape.Day ignored -> "A date, such as 2026-03-31.";
            case Shape.Whole whole -> "A whole number from " + whole.least() + " to " + whole.most() + ".";
            case Shape.YesNo ignored -> "yes or no.";
            case Shape.Bytes bytes -> bytes.count() + " bytes in base64.";
            case Shape.ListOf list ->
                list.of() instanceof Group ? "A list." : "A list in brackets, as in [a, b]. " + allowed(list.of());
            case Group ignored -> "";
        };
    }

    private static String article(String noun) {
        return "aeio".indexOf(noun.charAt(0)) >= 0 ? "an " : "a ";
    }
}
