package org.concordat.server.foundation.forms;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.http.HttpStatus;
import org.springframework.web.servlet.ModelAndView;

/**
 * Two people edited one thing, and the second is asked, part by part, whose text to keep. Their answer goes to the same
 * address as the form did, and {@link Form#of} reads it as if they had typed what they chose.
 *
 * @param address to which the form was sent
 * @param leave address to go to instead
 * @param version that the thing has now
 * @param differences parts that differ
 * @param hidden fields that carry both versions of every part
 */
public record Conflict(String address, String leave, long version, List<Difference> differences, List<Hidden> hidden) {

    /** Before the name of a field: which version to keep of it. */
    static final String KEEP = "keep.";

    /** Before the name of a field: what was typed. */
    static final String MINE = "mine.";

    /** Before the name of a field: what is there now. */
    static final String THEIRS = "theirs.";

    public Conflict {
        differences = List.copyOf(differences);
        hidden = List.copyOf(hidden);
    }

    /**
     * A part that differs.
     *
     * @param field its name
     * @param labelKey key of what it is called
     * @param theirs as it is now
     * @param mine as it was typed
     */
    public record Difference(String field, String labelKey, String theirs, String mine) {
        @Override
        public String toString() {
            return "Difference[" + field + "]";
        }
    }

    /** A field that is sent along. */
    public record Hidden(String name, String value) {
        @Override
        public String toString() {
            return "Hidden[" + name + "]";
        }
    }

    /**
     * Compares what was typed with what is there now.
     *
     * @param typed the form as it was sent, all fields read
     * @param now the same form filled with what is there now
     * @param options those of the fields in which something is chosen, by the field's name, so that they can be shown in words
     */
    public static Conflict between(
            Form typed, Form now, long version, String address, String leave, Map<String, List<Option>> options) {
        var differences = new ArrayList<Difference>();
        var hidden = new ArrayList<Hidden>();
        typed.labels().forEach((field, label) -> {
            Map<String, List<String>> mine = typed.shownOf(field);
            Map<String, List<String>> theirs = now.shownOf(field);
            List<Option> words = options.getOrDefault(field, List.of());
            if (text(mine, words).equals(text(theirs, words))) {
                add(hidden, "", mine);
            } else {
                differences.add(new Difference(field, label, text(theirs, words), text(mine, words)));
                add(hidden, MINE, mine);
                add(hidden, THEIRS, theirs);
            }
        });
        return new Conflict(address, leave, version, differences, hidden);
    }

    /** The page that asks, answered with status 409. */
    public ModelAndView page() {
        var page = new ModelAndView("foundation/conflict", "conflict", this);
        page.setStatus(HttpStatus.CONFLICT);
        return page;
    }

    private static void add(List<Hidden> hidden, String prefix, Map<String, List<String>> values) {
        values.forEach((name, all) -> all.forEach(value -> hidden.add(new Hidden(prefix + name, value))));
    }

    private static String text(Map<String, List<String>> values, List<Option> words) {
        return values.values().stream()
                .flatMap(List::stream)
                .filter(value -> !value.isEmpty())
                .map(value -> named(value, words).orElse(value))
                .collect(Collectors.joining(" "));
    }

    /** Only options with names of their own; those that the messages name are shown by their value. */
    private static Optional<String> named(String value, List<Option> words) {
        return words.stream()
                .filter(option -> option.value().equals(value) && !option.isKey())
                .map(Option::text)
                .findFirst();
    }
}
