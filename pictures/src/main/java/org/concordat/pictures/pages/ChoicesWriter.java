package org.concordat.pictures.pages;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import java.util.function.UnaryOperator;
import org.concordat.pictures.markup.Element;
import org.concordat.pictures.markup.Text;

/** Turns choices into lists to choose from, entries, and the style rules that hide what was not chosen. */
final class ChoicesWriter {
    private final Choices choices;
    private final Medium medium;
    private final String id;
    private final UnaryOperator<String> uniqueId;
    private final List<Map<String, Integer>> numbers = new ArrayList<>();

    ChoicesWriter(Choices choices, Medium medium, UnaryOperator<String> uniqueId) {
        this.choices = choices;
        this.medium = medium;
        this.uniqueId = uniqueId;
        this.id = uniqueId.apply("choices");
        for (var question : choices.questions()) {
            var byAnswer = new HashMap<String, Integer>();
            question.answers().forEach(answer -> byAnswer.put(answer, byAnswer.size()));
            numbers.add(byAnswer);
        }
    }

    /**
     * The whole list.
     *
     * @param inside writes what stands in an entry
     */
    Element write(int level, BiFunction<List<Block>, Integer, List<Element>> inside) {
        var all = Element.of("div").with("class", "choices").with("id", id);
        if (medium == Medium.SCREEN) {
            all = all.containing(questions());
        }
        var parts = new ArrayList<Element>();
        for (var entry : choices.entries()) {
            if (!entry.address().isEmpty()) {
                parts.add(Element.of("div").with("class", "anchor").with("id", address(entry.address())));
            }
            parts.add(entry(entry, level, inside));
        }
        all = all.containing(parts);
        return medium == Medium.SCREEN ? all.containing(shown()) : all;
    }

    /** Callers link to it, so it must be the very words they chose. */
    private String address(String wanted) {
        if (!uniqueId.apply(wanted).equals(wanted)) {
            throw new IllegalArgumentException(
                    "Address of an entry: lower case letters, digits and hyphens, each once on a page, given another.");
        }
        return wanted;
    }

    private Element questions() {
        var set = Element.of("fieldset")
                .containing(Element.of("legend").saying("Show only these " + choices.entriesAre()));
        for (int i = 0; i < choices.questions().size(); i++) {
            var question = choices.questions().get(i);
            var list = Element.of("select")
                    .with("id", id + "-" + i)
                    .with("autocomplete", "off")
                    .containing(Element.of("option").with("value", "all").saying("All"));
            for (int j = 0; j < question.answers().size(); j++) {
                list = list.containing(Element.of("option")
                        .with("value", String.valueOf(j))
                        .saying(question.answers().get(j)));
            }
            set = set.containing(Element.of("div")
                    .with("class", "question")
                    .containing(Element.of("label").with("for", id + "-" + i).saying(question.name()), list));
        }
        return set;
    }

    private Element entry(Choices.Entry entry, int level, BiFunction<List<Block>, Integer, List<Element>> inside) {
        var kinds = new StringBuilder("entry");
        for (int i = 0; i < numbers.size(); i++) {
            kinds.append(' ')
                    .append(id)
                    .append('-')
                    .append(i)
                    .append('-')
                    .append(numbers.get(i).get(entry.answers().get(i)));
        }
        var section = new Section(level);
        entry.inside().accept(section);
        var heading = Element.of("h" + level)
                .containing(
                        Element.of("span")
                                .with("class", "mark mark-" + choices.marks().indexOf(entry.mark()))
                                .saying(entry.mark()),
                        new Text(" " + entry.heading()));
        return Element.of("div")
                .with("class", kinds.toString())
                .containing(heading)
                .containing(inside.apply(section.blocks(), level + 1));
    }

    /** The count is the style sheet's, which alone knows what is hidden. */
    private Element shown() {
        return Element.of("p")
                .with("class", "shown")
                .containing(
                        Element.of("span").with("class", "count"),
                        new Text(" of " + choices.entries().size() + " " + choices.entriesAre() + " are shown."));
    }

    /** Hides the entries that do not have the chosen answer. */
    String style() {
        var rules = new StringBuilder();
        for (int i = 0; i < choices.questions().size(); i++) {
            for (int j = 0; j < choices.questions().get(i).answers().size(); j++) {
                rules.append("#")
                        .append(id)
                        .append(":has(#")
                        .append(id)
                        .append('-')
                        .append(i);
                rules.append(" option[value=\"")
                        .append(j)
                        .append("\"]:checked) .entry:not(.")
                        .append(id)
                        .append('-');
                rules.append(i).append('-').append(j).append(") { display: none; }\n");
            }
        }
        return rules.toString();
    }
}
