package org.concordat.pictures.pages;

import java.util.List;
import java.util.Set;
import java.util.function.Consumer;

/**
 * Entries that a reader narrows down by choosing, without any script: a browser that does not know how shows them all. On
 * paper all are there.
 *
 * @param entriesAre what they are, in the plural: "flows"
 * @param questions what can be chosen by
 * @param marks the words that an entry can be marked with, from the most to the least prominent; at most four
 * @param entries in the order in which they are read
 */
public record Choices(String entriesAre, List<Question> questions, List<String> marks, List<Entry> entries) {
    private static final int MOST_MARKS = 4;

    /**
     * One thing that can be chosen by.
     *
     * @param name as readers see it: "Sender"
     * @param answers the values to choose from, each once
     */
    public record Question(String name, List<String> answers) {
        public Question {
            answers = List.copyOf(answers);
            if (Set.copyOf(answers).size() != answers.size()) {
                throw new IllegalArgumentException("Question " + name + ": each answer once.");
            }
        }
    }

    /**
     * One entry.
     *
     * @param address where links find it, for the first entry of a group; empty for none
     * @param mark a word of {@link Choices#marks}
     * @param answers to each question in turn, the one that the entry belongs to
     * @param inside fills what stands below its heading
     */
    public record Entry(String address, String mark, String heading, List<String> answers, Consumer<Section> inside) {
        public Entry {
            answers = List.copyOf(answers);
        }
    }

    /** Refuses entries with a mark or an answer that is not to choose from. */
    public Choices {
        questions = List.copyOf(questions);
        marks = List.copyOf(marks);
        entries = List.copyOf(entries);
        if (marks.size() > MOST_MARKS) {
            throw new IllegalArgumentException("Marks: at most " + MOST_MARKS + ", given " + marks.size() + ".");
        }
        for (var entry : entries) {
            boolean fits = marks.contains(entry.mark()) && entry.answers().size() == questions.size();
            for (int i = 0; fits && i < questions.size(); i++) {
                fits = questions.get(i).answers().contains(entry.answers().get(i));
            }
            if (!fits) {
                throw new IllegalArgumentException("Entry: a mark, and an answer to each question, from those given.");
            }
        }
    }
}
